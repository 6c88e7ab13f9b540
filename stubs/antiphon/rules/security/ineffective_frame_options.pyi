# Written by `nox -s generate` from src; do not edit.
"""SC002."""

from antiphon.rules.rule import Rule

ineffective_frame_options: Rule
"""X-Frame-Options is DENY or SAMEORIGIN, once.

With ALLOW-FROM, SAME-ORIGIN, `DENY;` or quotes Chromium 156 framed the page: clickjacking works and the field looks
right. Beside frame-ancestors it is ignored altogether."""

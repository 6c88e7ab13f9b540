# Written by `nox -s generate` from src; do not edit.
"""FL001."""

from antiphon.rules.rule import Rule

malformed_disposition: Rule
"""Content-Disposition begins with a type, inline or attachment, and has each parameter once and in one piece.

Without the type Chromium 156 shows the content instead of saving it. It takes the first of two file names, and
ignores one that is cut into `filename*0` and `filename*1`."""

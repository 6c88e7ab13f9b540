# Written by `nox -s generate` from src; do not edit.
"""ST016."""

from antiphon.rules.rule import Rule

location_without_redirect: Rule
"""Location stands with a redirect (301, 302, 303, 307, 308), or where the status gives it a meaning.

With any other status nobody goes there. Chromium 156 did not follow it with 201, 300, 304, 305, 306 or 309; 305
and 306 are dead, and no client acts on them."""

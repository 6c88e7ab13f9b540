# Written by `nox -s generate` from src; do not edit.
"""SC001."""

from antiphon.rules.rule import Rule

ineffective_nosniff: Rule
"""X-Content-Type-Options is `nosniff`, and nothing else.

With `no-sniff`, `"nosniff"`, `nosniff;` or `x, nosniff` Chromium 156 ran text/plain as a script: the protection is
off and looks on."""

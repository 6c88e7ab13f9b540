# Written by `nox -s generate` from src; do not edit.
"""CT002."""

from antiphon.rules.rule import Rule

content_type_twice: Rule
"""Content-Type is said once: by the body, or by a header field.

Chromium 156 takes the last one, other clients the first, and some join both into a type that does not exist. What
one of them filters as text, another one runs as HTML."""

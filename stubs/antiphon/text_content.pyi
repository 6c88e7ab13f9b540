# Written by `nox -s generate` from src; do not edit.
"""Text as octets."""

from antiphon.plan import Content

UTF_8: Content

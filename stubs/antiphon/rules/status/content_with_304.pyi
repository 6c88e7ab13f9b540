# Written by `nox -s generate` from src; do not edit.
"""ST004."""

from antiphon.rules.rule import Rule

content_with_304: Rule
"""A 304 has neither content nor trailers.

It ends with its header section, so browsers drop what follows, or read it as the start of the next response. Its
Content-Length, if it has one, is that of the 200 that it stands for."""

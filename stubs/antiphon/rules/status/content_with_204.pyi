# Written by `nox -s generate` from src; do not edit.
"""ST002."""

from antiphon.rules.rule import Rule

content_with_204: Rule
"""A 204 has no content, no Content-Length and no Transfer-Encoding.

Browsers drop the content. On a connection that is kept alive its octets may be read as the start of the next
response."""

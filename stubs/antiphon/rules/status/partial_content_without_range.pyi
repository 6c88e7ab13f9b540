# Written by `nox -s generate` from src; do not edit.
"""ST008."""

from antiphon.rules.rule import Rule

partial_content_without_range: Rule
"""A 206 says in Content-Range which octets it sends, or is multipart/byteranges and says so in each part.

A client that asked for a part cannot place it otherwise: downloads resume at the wrong octet, or start over.
A 416 says in `Content-Range: bytes */1234` how long the representation is."""

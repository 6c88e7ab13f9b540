# Written by `nox -s generate` from src; do not edit.
"""SF017."""

from antiphon.rules.rule import Rule

wrong_digest: Rule
"""Content-Digest and Repr-Digest give digests between colons, by sha-256 or sha-512, and of what is sent.

A client that checks them throws the response away where they do not match, and ignores those that it cannot read."""

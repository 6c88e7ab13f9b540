# Written by `nox -s generate` from src; do not edit.
"""CC016."""

from antiphon.rules.rule import Rule

etag_shared_by_encodings: Rule
"""Responses in different content codings do not share a strong ETag.

A strong tag promises the same octets. A cache that holds the one in gzip then resumes a download with octets of
the plain one, or says 304 to a client that has the other. It is judged where the coding is a param and the tag
is fixed."""

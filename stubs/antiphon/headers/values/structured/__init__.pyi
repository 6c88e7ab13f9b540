# Written by `nox -s generate` from src; do not edit.
"""Structured field values (RFC 9651): what they are, how they are read, how they are written."""

# Written by `nox -s generate` from src; do not edit.
"""Encoders of content to octets."""

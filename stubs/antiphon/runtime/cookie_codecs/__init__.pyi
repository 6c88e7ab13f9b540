# Written by `nox -s generate` from src; do not edit.
"""Cookies of any value: how it is written, and how it is read back from a request."""

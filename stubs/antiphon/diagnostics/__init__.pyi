# Written by `nox -s generate` from src; do not edit.
"""Findings, and the place in the user's code that each is about."""

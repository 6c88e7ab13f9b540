# Written by `nox -s generate` from src; do not edit.
"""Responses that antiphon did not build: read from what tools wrote down, and judged by the same rules."""

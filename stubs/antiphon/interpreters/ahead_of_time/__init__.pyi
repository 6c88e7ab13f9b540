# Written by `nox -s generate` from src; do not edit.
"""Compiled responses as plain modules."""

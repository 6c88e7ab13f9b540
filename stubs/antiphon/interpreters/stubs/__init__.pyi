# Written by `nox -s generate` from src; do not edit.
"""Stubs for signatures that only the compiler knows."""

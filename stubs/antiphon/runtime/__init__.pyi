# Written by `nox -s generate` from src; do not edit.
"""Code that runs per request. No pydantic."""

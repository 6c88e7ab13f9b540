# Written by `nox -s generate` from src; do not edit.
"""A spec, judged and compiled."""

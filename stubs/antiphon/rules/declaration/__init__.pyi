# Written by `nox -s generate` from src; do not edit.
"""AN: rules about the declaration itself, which no standard can know."""

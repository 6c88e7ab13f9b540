# Written by `nox -s generate` from src; do not edit.
"""RD: rules about Location and redirects."""

# Written by `nox -s generate` from src; do not edit.
"""The rules: one a file, in a folder for each family."""

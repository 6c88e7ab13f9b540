# Written by `nox -s generate` from src; do not edit.
"""The findings of `antiphon check` in an editor, by the Language Server Protocol 3.17."""

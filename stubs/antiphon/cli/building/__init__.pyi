# Written by `nox -s generate` from src; do not edit.
"""The output of `antiphon build`."""

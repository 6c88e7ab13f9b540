# Written by `nox -s generate` from src; do not edit.
"""From the files that `antiphon lint` names to what was found there."""

# Written by `nox -s generate` from src; do not edit.
"""SF: rules about structured fields, and about fields of other grammars."""

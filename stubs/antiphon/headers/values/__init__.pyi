# Written by `nox -s generate` from src; do not edit.
"""Values that several fields share: lists, tokens, numbers, dates, structured values."""

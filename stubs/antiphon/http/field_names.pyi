# Written by `nox -s generate` from src; do not edit.
"""Field names that are in use: IANA's HTTP Field Name Registry as of June 2026, and what browsers read beside it."""

RESPONSE_FIELDS: tuple[str, ...]
OTHER_FIELDS: frozenset[str]

# Written by `nox -s generate` from src; do not edit.
"""Several lines of one field as the one value that recipients make of them (RFC 9110 section 5.3)."""

from antiphon.spec import ResponseSpec

def joined(spec: ResponseSpec, name: str) -> tuple[str, str] | None:
    """The path of the first line of a field, and all its lines in one.

    None where the field is absent, or where one of its lines varies with each response.
    """

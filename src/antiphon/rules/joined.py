"""Several lines of one field as the one value that recipients make of them (RFC 9110 section 5.3)."""

from __future__ import annotations

from antiphon.rules.parts import headers
from antiphon.spec import ResponseSpec


def joined(spec: ResponseSpec, name: str) -> tuple[str, str] | None:
    """The path of the first line of a field, and all its lines in one.

    None where the field is absent, or where one of its lines varies with each response.
    """
    lines = list(headers(spec, name))
    values = [header.value for _, header in lines if header.value is not None]
    if not lines or len(values) < len(lines):
        return None
    return lines[0][0], ", ".join(value.strip(" \t") for value in values)

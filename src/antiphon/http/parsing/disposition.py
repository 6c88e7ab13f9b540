"""Content-Disposition taken apart (RFC 6266 section 4.1)."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.parsing.extended_value import extended_text
from antiphon.http.parsing.pieces import Parameter, parameters, split, unquoted


def disposition(value: str) -> tuple[str, list[Parameter]]:
    """The disposition type, and the parameters that are there, as they were written."""
    type_, *rest = split(value, ";")
    return type_, parameters(rest)


def filenames(value: str) -> Iterator[str]:
    """The file names that a value gives, without quotes and escapes; that which browsers take comes first.

    That is filename* where it can be decoded, at any position, and filename otherwise.
    """
    plain, extended = [], []
    for parameter in disposition(value)[1]:
        name, given = parameter.name.lower(), parameter.value
        if given is None:
            continue
        if name == "filename":
            plain.append(unquoted(given))
        elif name == "filename*" and (text := extended_text(given)) is not None:
            extended.append(text)
    yield from extended
    yield from plain

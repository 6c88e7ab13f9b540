"""The header lines that a caller gives: a mapping, a mapping with several values of a name, or pairs.

Each line stays a line. Two cookies that are joined by a comma are one cookie to a browser.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

from antiphon.errors import ParamError
from antiphon.http.mapping_lines import mapping_lines

#: A mapping of names to values, or `(name, value)` pairs. httpx.Headers, multidict, Werkzeug's Headers and Starlette's
#: are such mappings, and keep every line that they hold.
HeaderLines: TypeAlias = Mapping[str, str] | Iterable[tuple[str, str]]


def lines_of(headers: Any) -> list[tuple[Any, Any]]:
    """The lines, each as name and value, in order. Raises ParamError for what is neither a mapping nor pairs."""
    lines = mapping_lines(headers)
    return _pairs(headers) if lines is None else lines


def _pairs(headers: Any) -> list[tuple[Any, Any]]:
    try:
        return [(_text(name), _text(value)) for name, value in headers]
    except (TypeError, ValueError):  # not an iterable of pairs
        raise ParamError(
            "headers",
            f"is {type(headers).__qualname__} where a mapping or pairs are needed",
            help='give {"name": "value"}, or [("name", "value")] where a field has several lines',
            cite="RFC 9110 section 5.2",
        ) from None


def _text(part: Any) -> Any:
    # Raw lines, as ASGI and httpx have them.
    return part.decode("latin-1") if isinstance(part, bytes) else part

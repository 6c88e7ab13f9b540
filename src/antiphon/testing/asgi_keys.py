"""The keys of ASGI's messages, and the types that the specification gives them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import PurePath
from typing import Any, Final, NamedTuple

from antiphon.diagnostics.diagnostic import Diagnostic
from antiphon.diagnostics.protocol_faults import FIELDS, FORM


class _Key(NamedTuple):
    """A key: what its value is, in words; whether a value is that; and whether it may be left out."""

    name: str
    wanted: str
    fits: Callable[[Any], bool]
    optional: bool = True


def _is_bool(value: Any) -> bool:
    return isinstance(value, bool)


def _is_int(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _is_absolute(value: Any) -> bool:
    return isinstance(value, str) and PurePath(value).is_absolute()


def _is_file(value: Any) -> bool:
    return hasattr(value, "fileno")


def _is_links(value: Any) -> bool:
    return isinstance(value, Iterable) and not isinstance(value, str) and all(isinstance(one, bytes) for one in value)


_MORE_BODY: Final = _Key("more_body", "a bool", _is_bool)

#: Of each message the keys beside `type`, `status`, `headers` and `body`, which have findings of their own.
_KEYS: Final[Mapping[str, tuple[_Key, ...]]] = {
    "http.response.start": (_Key("trailers", "a bool", _is_bool),),
    "http.response.body": (_MORE_BODY,),
    "http.response.trailers": (_Key("more_trailers", "a bool", _is_bool),),
    "http.response.pathsend": (_Key("path", "the absolute path of a file, a str", _is_absolute, optional=False),),
    "http.response.zerocopysend": (
        _Key("file", "an open file with a descriptor", _is_file, optional=False),
        _Key("offset", "an int", _is_int),
        _Key("count", "an int", _is_int),
        _MORE_BODY,
    ),
    "http.response.early_hint": (_Key("links", "an iterable of bytes", _is_links, optional=False),),
    "http.response.push": (_Key("path", "a str", _is_text, optional=False),),
    "http.response.debug": (_Key("info", "a dict", lambda value: isinstance(value, Mapping), optional=False),),
}


def key_faults(kind: str, message: Mapping[str, Any]) -> Iterator[Diagnostic]:
    """The findings about keys that are of another type, or are not there."""
    for key in _KEYS.get(kind, ()):
        if key.name not in message:
            if not key.optional:
                what = f"{kind} has no {key.name}"
                yield FORM.found(what, path=key.name, help=f"give it {key.name}: {key.wanted}")
        elif not key.fits(message[key.name]):
            what = f"{key.name} of {kind} is {_shown(message[key.name])}"
            yield FORM.found(what, path=key.name, help=f"give {key.wanted}")


def _shown(value: Any) -> str:
    """The value, where it is short and plain; its type otherwise."""
    return repr(value) if value is None or isinstance(value, bool | int | str) else f"of type {type(value).__name__}"


def field_lines(headers: Any) -> tuple[list[tuple[bytes, bytes]], list[Diagnostic]]:
    """The field lines that are of the right type, and the findings about the others."""
    if not isinstance(headers, Iterable):
        return [], [FIELDS.found(f"the fields are of type {type(headers).__name__}, not pairs of bytes")]
    lines, found = [], []
    for number, line in enumerate(headers):
        fault = _line_fault(line)
        if fault:
            found.append(FIELDS.found(f"field line {number} {fault}", path=f"headers[{number}]"))
        else:
            lines.append((line[0], line[1]))
    return lines, found


def _line_fault(line: Any) -> str:
    """Why that is not a field line; empty where it is one."""
    try:
        name, value = line
    except (TypeError, ValueError):
        return "is not a pair"
    if not isinstance(name, bytes) or not isinstance(value, bytes):
        return f"is of types {type(name).__name__} and {type(value).__name__}, not bytes"
    if name != name.lower():
        return f"has a name that is not in lower case: {name.decode('latin-1')!r}"
    return "is a pseudo-header of HTTP/2" if name.startswith(b":") else ""


def read_once(message: Any) -> tuple[Any, Any]:
    """The message with a list in the place of an iterator, for the judge; and with another iterator, for the server."""
    if not isinstance(message, Mapping):
        return message, message
    once = {key: list(message[key]) for key in ("headers", "links") if isinstance(message.get(key), Iterator)}
    again = {key: iter(lines) for key, lines in once.items()}
    return ({**message, **once}, {**message, **again}) if once else (message, message)

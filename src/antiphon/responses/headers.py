"""Field names and values as octets, checked; and the view of them that `response.headers` gives."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, Self

from antiphon.errors import ParamError
from antiphon.http.grammar import DIGITS, FIELD_CONTROL, FIELD_OCTETS, MEDIA_TYPE, TOKEN
from antiphon.responses.starlette_classes import MutableHeaders
from antiphon.runtime.plan import RawHeader

#: RFC 9113 section 8.2.2: a message that carries one of these is malformed in HTTP/2; the server writes them itself.
#: Upgrade is of that kind too, but 426 is obliged to name one (RFC 9110 section 15.5.22).
_CONNECTION_SPECIFIC = frozenset((b"connection", b"keep-alive", b"proxy-connection", b"transfer-encoding"))


def raw_headers(headers: Mapping[str, str]) -> list[RawHeader]:
    """The lines of a mapping, names in lower case. Raises ParamError for one that cannot be sent."""
    try:
        items = headers.items()
    except AttributeError:
        raise ParamError(
            "headers",
            f"is {type(headers).__qualname__} where a mapping is needed",
            help='give {"name": "value"}; for a repeated field, response.headers.append(name, value)',
            cite="RFC 9110 section 5.2",
        ) from None
    lines: list[RawHeader] = []
    for name, value in items:
        key = PLAIN_NAMES.get(name) if type(name) is str else None
        if key is not None and type(value) is str and value.isascii():
            octets = value.encode()
            if octets.translate(FIELD_OCTETS) == octets == octets.strip():
                lines.append((key, octets))
                continue
        lines.append(raw_header(name, value))
    return lines


#: Names that were met before, in octets, where any field text may follow. No value is ever kept.
PLAIN_NAMES: dict[str, bytes] = {}


def raw_header(name: str, value: str) -> RawHeader:
    """One line in octets, its name in lower case. Raises ParamError where the line cannot be sent as it is."""
    try:
        key = _raw_name(name)
        octets = value.encode("latin-1")
    except (AttributeError, TypeError, UnicodeError):
        raise _refusal(name, value) from None
    if octets.translate(FIELD_OCTETS) != octets or octets.strip() != octets:
        _check_value(name, value)
    syntax = _SYNTAX.get(key)
    if syntax is not None:
        syntax(value)
    elif len(PLAIN_NAMES) < 1024:
        PLAIN_NAMES[name] = key
    return key, octets


@lru_cache(maxsize=1024)
def _raw_name(name: str) -> bytes:
    # A name that is no text at all makes a TypeError here, which raw_header explains.
    if not TOKEN.fullmatch(name):
        raise ParamError(
            "headers",
            f"{name!r} is not a field name",
            help="use letters, digits and !#$%&'*+-.^_`|~ only, and nothing else",
            cite="RFC 9110 sections 5.1 and 5.6.2",
        )
    octets = name.lower().encode()
    if octets in _CONNECTION_SPECIFIC:
        raise ParamError(
            "headers",
            f"{name} speaks of the connection, which is the server's",
            help="leave it out; the server frames the message and closes the connection as configured there",
            cite="RFC 9110 section 7.6.1; RFC 9113 section 8.2.2",
        )
    return octets


def _refusal(name: object, value: object) -> ParamError:
    if not isinstance(name, str) or not isinstance(value, str):
        part, wrong = ("name", name) if not isinstance(name, str) else ("value", value)
        return ParamError(
            f"headers[{name!r}]",
            f"the {part} is {type(wrong).__qualname__} where str is needed",
            help="convert it to str",
            cite="RFC 9110 section 5.5",
        )
    return ParamError(
        f"headers[{name!r}]",
        "holds a character above U+00FF, which no field value can carry",
        help="percent-encode it, or use the encoding that the field defines, such as RFC 8187 for filename*",
        cite="RFC 9110 section 5.5; ASGI: header values are octets",
    )


def _check_value(name: str, value: str) -> None:
    control = FIELD_CONTROL.search(value)
    if control is not None:
        raise ParamError(
            f"headers[{name!r}]",
            f"holds the control character U+{ord(control[0]):04X} at position {control.start()}",
            help="refuse such input, or encode it; CR and LF would begin another line",
            cite="RFC 9110 section 5.5; RFC 9112 section 11.1",
        )
    if value.strip(" \t") != value:
        raise ParamError(
            f"headers[{name!r}]",
            "begins or ends with white space, which recipients strip or refuse",
            help="strip it",
            cite="RFC 9110 section 5.5; RFC 9113 section 8.2.1",
        )


def _content_length(value: str) -> None:
    if not DIGITS.fullmatch(value):
        raise ParamError(
            "headers['content-length']",
            "is not a number of octets",
            help="leave it out: the response counts its own content",
            cite="RFC 9110 section 8.6",
        )


@lru_cache(maxsize=256)
def check_media_type(value: str) -> None:
    """Raises ParamError for a text that is no media type, or a range such as `text/*`."""
    match = MEDIA_TYPE.fullmatch(value)
    if match is None or "*" in (match[1], match[2]):
        raise ParamError(
            "media_type",
            f"{value!r} is not a media type",
            help='write type/subtype, with parameters if need be, such as "text/csv; header=present"',
            cite="RFC 9110 section 8.3.1",
        )


#: Fields whose value decides how a message is framed or read.
_SYNTAX: dict[bytes, Callable[[str], None]] = {
    b"content-length": _content_length,
    b"content-type": check_media_type,
}


@lru_cache(maxsize=256)
def content_type(media_type: str, charset: str) -> RawHeader:
    """The Content-Type line; text is given its charset. Raises ParamError for what is no media type."""
    if not isinstance(media_type, str):
        raise ParamError(
            "media_type",
            f"is {type(media_type).__qualname__} where str is needed",
            help='write it as text, such as "text/html"',
            cite="RFC 9110 section 8.3.1",
        )
    check_media_type(media_type)
    if media_type.startswith("text/") and "charset=" not in media_type.lower():
        media_type += f"; charset={charset}"
    return raw_header("content-type", media_type)


class ResponseHeaders(MutableHeaders):
    """The header lines of one response, shared with it. Whatever is set or added is checked first.

    Raises ParamError for a name or a value that cannot be sent.
    """

    def mutablecopy(self) -> ResponseHeaders:
        return ResponseHeaders(raw=self._list[:])

    def __setitem__(self, key: str, value: str) -> None:
        raw_header(key, value)
        super().__setitem__(key, value)

    def setdefault(self, key: str, value: str) -> str:
        raw_header(key, value)
        return super().setdefault(key, value)

    def append(self, key: str, value: str) -> None:
        self._list.append(raw_header(key, value))

    def __or__(self, other: Any) -> ResponseHeaders:
        """A copy with the fields of a mapping set, under the same checks."""
        joined = self.mutablecopy()
        joined |= other
        return joined

    def __ior__(self, other: Any) -> Self:
        """Set each field of a mapping."""
        super().__ior__(other)
        return self

"""Field names and values as octets, checked; and the view of them that `response.headers` gives."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, Self

from antiphon.errors import ParamError
from antiphon.http.charset import with_charset
from antiphon.http.grammar import DIGITS, FIELD_CONTROL, FIELD_OCTETS, TOKEN
from antiphon.http.parsing.media_type import media_type_fault
from antiphon.http.secrets import covered_lines
from antiphon.http.set_cookie import is_joined
from antiphon.http.singleton_fields import SINGLETON_FIELDS
from antiphon.responses.header_lines import HeaderLines, lines_of
from antiphon.responses.length import transfer_refused
from antiphon.responses.starlette_classes import MutableHeaders
from antiphon.runtime.plan import RawHeader

#: Fields that must not have two lines: recipients take the first, the last, or neither. The four that are taken out
#: do no harm twice; servers and proxies themselves send them so.
_SINGLETONS = frozenset(name.lower().encode() for name in SINGLETON_FIELDS) - {
    b"date",
    b"server",
    b"x-content-type-options",
    b"x-frame-options",
}


def raw_headers(headers: HeaderLines) -> list[RawHeader]:
    """The lines that are given, names in lower case. Raises ParamError for one that cannot be sent, or not twice.

    How Transfer-Encoding goes with the content is another question: `check_transfer_encoding`.
    """
    lines: list[RawHeader] = []
    for name, value in headers.items() if type(headers) is dict else lines_of(headers):
        key = PLAIN_NAMES.get(name) if type(name) is str else None
        if key is not None and type(value) is str and value.isascii():
            octets = value.encode()
            if octets.translate(FIELD_OCTETS) == octets == octets.strip():
                lines.append((key, octets))
                continue
        lines.append(_line(name, value))
    if len(lines) > 1 and len({name for name, _ in lines}) < len(lines):
        check_repeated(lines)
    return lines


def check_repeated(lines: list[RawHeader]) -> None:
    """Raises ParamError for a field that is not a list and has two lines, however the case of its name differs."""
    seen: set[bytes] = set()
    for name, _ in lines:
        if name in seen and name in _SINGLETONS:
            raise ParamError(
                f"headers['{name.decode()}']",
                "is given a second time, and it is not a list (HD009)",
                help="keep one line; names are compared without regard to case",
                cite="RFC 9110 sections 5.1 and 5.3",
            )
        seen.add(name)


#: Cache of field names in octets, for fields that take any field text. Values are never cached.
PLAIN_NAMES: dict[str, bytes] = {}


def raw_header(name: str, value: str) -> RawHeader:
    """A line that is added to a response, in octets, its name in lower case.

    Raises ParamError where it cannot be sent as it is, and for Transfer-Encoding.
    """
    line = _line(name, value)
    if line[0] == b"transfer-encoding":
        raise transfer_refused()
    return line


def sendable_line(name: str, value: str) -> RawHeader:
    """A line in octets, its name in lower case, whatever the value says. Raises ParamError where it cannot be sent."""
    try:
        key = _raw_name(name)
        octets = value.encode("latin-1")
    except (AttributeError, TypeError, UnicodeError):
        raise _refusal(name, value) from None
    if octets.translate(FIELD_OCTETS) != octets or octets.strip() != octets:
        _check_value(name, value)
    return key, octets


def _line(name: str, value: str) -> RawHeader:
    key, octets = sendable_line(name, value)
    syntax = _SYNTAX.get(key)
    if syntax is not None:
        syntax(value)
    elif len(PLAIN_NAMES) < 1024:
        PLAIN_NAMES[name] = key
    return key, octets


@lru_cache(maxsize=1024)
def _raw_name(name: str) -> bytes:
    # A name that is not text raises TypeError here, which raw_header explains.
    if not TOKEN.fullmatch(name):
        raise ParamError(
            "headers",
            f"{_shown(name)} is not a field name",
            help="use letters, digits and !#$%&'*+-.^_`|~ only, and nothing else",
            cite="RFC 9110 sections 5.1 and 5.6.2",
        )
    return name.lower().encode()


def _shown(name: str) -> str:
    """A name for a message, cut at a colon: the text after it may be a cookie."""
    text, colon, _ = name.partition(":")
    return repr(f"{text[:60]}:..." if colon else text if len(text) <= 60 else f"{text[:60]}...")


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


def _set_cookie(value: str) -> None:
    if is_joined(value):
        raise ParamError(
            "headers['set-cookie']",
            "is several cookies joined with commas, of which browsers store one",
            help="give each cookie a line: pairs, or the mapping's own multi_items(); or use response.set_cookie",
            cite="RFC 9110 section 5.3; draft-ietf-httpbis-rfc6265bis-22 section 3",
        )


@lru_cache(maxsize=256)
def check_media_type(value: str) -> None:
    """Raises ParamError for a media type that recipients do not read as it is meant, or a range such as `text/*`."""
    fault = media_type_fault(value) or ("" if value.strip(" \t") == value else "begins or ends with white space")
    if fault:
        raise ParamError(
            "media_type",
            f"{value!r} is not a media type: it {fault}",
            help='write type/subtype, with parameters if need be, such as "text/csv; header=present"',
            cite="RFC 9110 section 8.3.1",
        )


#: Fields whose value decides how a message is framed or read, or how many cookies there are.
_SYNTAX: dict[bytes, Callable[[str], None]] = {
    b"content-length": _content_length,
    b"content-type": check_media_type,
    b"set-cookie": _set_cookie,
}


@lru_cache(maxsize=256)
def content_type(media_type: str, charset: str) -> RawHeader:
    """The Content-Type line; text is given its charset. Raises ParamError for an invalid media type."""
    if not isinstance(media_type, str):
        raise ParamError(
            "media_type",
            f"is {type(media_type).__qualname__} where str is needed",
            help='write it as text, such as "text/html"',
            cite="RFC 9110 section 8.3.1",
        )
    check_media_type(media_type)
    return raw_header("content-type", with_charset(media_type, charset))


class ResponseHeaders(MutableHeaders):
    """The header lines of one response, shared with it. Whatever is set or added is checked first.

    Raises ParamError for a name or a value that cannot be sent, and for a second line of a field that is not a list.
    """

    def __repr__(self) -> str:
        return f"{type(self).__name__}({covered_lines(self._list)!r})"

    def mutablecopy(self) -> ResponseHeaders:
        return ResponseHeaders(raw=self._list[:])

    def _check(self, line: RawHeader) -> None:
        if line[0] == b"content-length" and any(name == b"transfer-encoding" for name, _ in self._list):
            raise transfer_refused()

    def __setitem__(self, key: str, value: str) -> None:
        self._check(raw_header(key, value))
        super().__setitem__(key, value)

    def setdefault(self, key: str, value: str) -> str:
        self._check(raw_header(key, value))
        return super().setdefault(key, value)

    def append(self, key: str, value: str) -> None:
        line = raw_header(key, value)
        self._check(line)
        if line[0] in _SINGLETONS:
            check_repeated([*self._list, line])
        self._list.append(line)

    def update(self, other: HeaderLines) -> None:
        """Set each field that is given; of a field with several lines all are kept."""
        lines = raw_headers(other)
        names = {name for name, _ in lines}
        if b"transfer-encoding" in names:
            raise transfer_refused()
        for line in lines:
            self._check(line)
        for name, value in lines:
            if name in names:
                super().__setitem__(name.decode(), value.decode("latin-1"))
                names.remove(name)
            else:
                self._list.append((name, value))

    def __or__(self, other: Any) -> ResponseHeaders:
        """A copy with the fields of a mapping set, under the same checks."""
        joined = self.mutablecopy()
        joined |= other
        return joined

    def __ior__(self, other: Any) -> Self:
        """Set each field of a mapping."""
        if not isinstance(other, Mapping):
            raise TypeError(f"Expected a mapping but got {type(other).__name__}")
        self.update(other)
        return self

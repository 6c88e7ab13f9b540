"""Checks of arguments: convert the value to text, then check that its field, cookie or template can carry it.

Each check comes with its second step alone, for a default that is known as text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, NoReturn

from antiphon.errors import ParamError
from antiphon.headers.field import FieldError
from antiphon.headers.registry import CITATIONS, field_class
from antiphon.headers.untyped import UNTYPED
from antiphon.http import cookie_checks, set_cookie
from antiphon.http.charset import with_charset
from antiphon.http.grammar import FIELD_OCTETS
from antiphon.http.parsing.charsets import encoding_of
from antiphon.http.parsing.media_type import parameter_of
from antiphon.http.uri_template import TemplateError, Where, expanded
from antiphon.runtime.field_text import Way, reader

#: The user's own `encode`: from a value to its text.
Encode = Callable[[Any], str]
#: From a value to its text. Raises ParamError, or ValueError with the reason.
Text = Callable[[Any], str]
Checks = tuple[Callable[[Any], bytes], Callable[[str], bytes]]


def by_type(name: str, ways: Iterable[Way], field: Any = None) -> Text:
    """The text by the first way that accepts the value. A value of the field's own class needs none."""
    listed = tuple(ways)

    def text(value: Any) -> str:
        if field is not None and type(value) is field:
            octets: bytes = value.encode()
            return octets.decode("latin-1")
        for way in listed:
            if way.accepts(value):
                return way.text(value)
        return _refuse_type(name, value, " | ".join(dict.fromkeys(way.shown for way in listed)))

    return text


def own(name: str, encode: Encode, field: Any = None) -> Text:
    """The text that the user's own function makes, read by the field where that has a class."""
    read = None if field is None else reader(field)

    def text(value: Any) -> str:
        made = encode(value)
        if not isinstance(made, str):
            raise ParamError(
                name,
                f"became {type(made).__qualname__} in its `encode`, and not text",
                help="let the function that is given as `encode` return a str",
                cite="the response's own declaration",
            )
        return made if read is None else read(made)

    return text


def encoded(name: str, codec: Encode, text: Callable[[Any], Any] = lambda value: value) -> Text:
    """The text that a codec writes of a value, or of the value's own text. A codec's messages never hold the value."""

    def written(value: Any) -> str:
        given = text(value)
        try:
            return codec(given)
        except ValueError as error:
            raise ParamError(
                name,
                str(error),
                help="give a value that its codec can write and read back",
                cite="the response's own declaration",
            ) from None

    return written


def _refuse_type(name: str, value: object, expected: str) -> NoReturn:
    given = type(value).__qualname__
    what = f"is another {given} than those that are declared: {expected}"
    raise ParamError(
        name,
        what if expected.startswith("Literal[") else f"is {given} where {expected} is declared",
        help=f"give {expected}",
        cite="the response's own declaration",
    )


# --- the octets of a text


def _unwritable(name: str, error: ValueError) -> ParamError:
    return ParamError(name, str(error), help="give a value that can be written", cite="RFC 8259 section 6")


def field_check(name: str, filled: str, text: Text) -> Checks:
    """The checks of a param that fills a field."""
    field = field_class(filled)

    def octets(made: str) -> bytes:
        return made.encode("ascii") if field is not None else _field_octets(name, filled, made)

    def check(value: Any) -> bytes:
        try:
            return octets(text(value))
        except FieldError as error:
            raise _field_error(name, filled, field, error) from None
        except ParamError:
            raise
        except ValueError as error:
            raise _unwritable(name, error) from None

    def of_text(text: str) -> bytes:
        try:
            return octets(text if field is None else field.decode(text).encode().decode("latin-1"))
        except FieldError as error:
            raise _field_error(name, filled, field, error) from None

    return check, of_text


def _field_error(name: str, filled: str, field: Any, error: FieldError) -> ParamError:
    if field is None:
        return ParamError(name, str(error), help=f"give what one {filled} line can hold", cite="RFC 9110 section 5.6.1")
    source = CITATIONS.get(filled.lower()) or field.citation  # the class of a plug-in says it itself
    home = "antiphon" if field.__module__.startswith("antiphon.") else field.__module__
    advice = f"build the value with {home}.{field.__name__}, which checks it"
    return ParamError(name, str(error), help=advice, cite=source)


def _field_octets(name: str, field_name: str, value: str) -> bytes:
    """The octets of a field value: ASCII without controls, and without blanks around it (RFC 9110 section 5.5)."""
    octets = value.encode("utf-8", "replace")
    if octets.translate(FIELD_OCTETS) != octets:
        what = "holds a control character" if value.isascii() else "holds characters outside ASCII"
        raise ParamError(
            name,
            f"{what}, which a {field_name} field cannot carry",
            help="leave them out, or encode them the way the field defines",
            cite="RFC 9110 section 5.5",
        )
    if octets.strip(b" \t") != octets:
        raise ParamError(
            name,
            f"has blanks around it, which a {field_name} field loses on the way",
            help="strip the value",
            cite="RFC 9110 section 5.5",
        )
    fault = UNTYPED[field_name.lower()](value) if field_name.lower() in UNTYPED else ""
    if fault:
        raise ParamError(
            name,
            f"{fault}; recipients ignore such a {field_name} field",
            help=f"give a {field_name} value",
            cite=f"the definition of {field_name}",
        )
    return octets


def in_utf_8(name: str, check: Callable[[Any], bytes]) -> Callable[[Any], bytes]:
    """The check of the media type of text that is sent in UTF-8: it is given that charset, and may name no other."""

    def checked(value: Any) -> bytes:
        media_type = check(value).decode("latin-1")
        label = parameter_of(media_type, "charset")
        if label is not None and encoding_of(label) != "utf-8":
            raise ParamError(
                name,
                f"names the charset {label!r}, and the text is sent in UTF-8",
                help="leave the charset out; octets in another one are for `.bytes(None)` and BytesReply",
                cite="RFC 9110 section 8.3.2",
            )
        return with_charset(media_type).encode("latin-1")

    return checked


def placeholder_check(name: str, text: Text, where: Where) -> Checks:
    """The checks of a param that fills a placeholder of a template."""

    def octets(made: str) -> bytes:
        try:
            return expanded(made, where)
        except TemplateError as error:
            raise ParamError(
                name,
                str(error),
                help="give a value that names something; it is percent-encoded for you",
                cite="RFC 3986 sections 3.3 and 5.2.4",
            ) from None

    return _after(name, text, octets), octets


def cookie_check(name: str, cookie_name: str, text: Text) -> Checks:
    """The checks of a param that is the value of a cookie."""

    def octets(made: str) -> bytes:
        for reason in cookie_checks.reasons(set_cookie.PlainCookie(name=cookie_name, value=made)):
            if reason.code in ("CK003", "CK005", "CK007"):
                raise ParamError(
                    name,
                    reason.message,
                    help='declare it with encode="percent" or encode="base64url", which carry any text; keep it short',
                    cite="draft-ietf-httpbis-rfc6265bis-22 sections 4.1.1 and 5.6",
                )
        return made.encode("ascii")

    return _after(name, text, octets), octets


def _after(name: str, text: Text, octets: Callable[[str], bytes]) -> Callable[[Any], bytes]:
    """The octets of the text of a value."""

    def check(value: Any) -> bytes:
        try:
            made = text(value)
        except ParamError:
            raise
        except ValueError as error:
            raise _unwritable(name, error) from None
        return octets(made)

    return check

"""Params as the compiler sees them: what each fills, and how its argument becomes octets."""

from __future__ import annotations

import enum
import functools
import sys
import types
import uuid
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, Literal, NamedTuple, NoReturn, Protocol, Union, get_args, get_origin

from antiphon.errors import ParamError
from antiphon.headers.field import FieldError
from antiphon.headers.location import Location
from antiphon.headers.registry import field_class
from antiphon.http import cookie_checks, set_cookie
from antiphon.http.dates import format_http_date, parse_http_date
from antiphon.http.grammar import FIELD_OCTETS
from antiphon.http.uri_template import TemplateError, Where, expanded

Kind = Literal["cookie"] | Literal["text"] | Literal["typed"] | Literal["target"] | Literal["converted"]


class ParamEncoder(NamedTuple):
    """One param, ready for the generated code.

    `kind` chooses the quick test that the generated code makes itself; `check` is asked where that test fails (and
    always for a `converted` slot): it gives the octets, or raises ParamError. `field` is the field name in octets;
    `template` the Set-Cookie value with `%b` for the cookie's value.
    """

    name: str
    annotation: Any
    optional: bool
    kind: Kind
    field: bytes
    check: Callable[[Any], bytes]
    exact: type | None = None
    template: bytes = b""
    limit: int = 0
    default: Any = None
    default_octets: bytes | None = None


class NamedType(Protocol):
    """A type that is found when it is asked for, such as a spec's `TypeName`."""

    def resolve(self) -> Any: ...


class EncodableParam(Protocol):
    """What is asked of a param. Its spec is one; this file is part of the run time and knows no spec."""

    @property
    def name(self) -> str: ...
    @property
    def slot(self) -> str: ...
    @property
    def type(self) -> NamedType: ...
    @property
    def optional(self) -> bool: ...


def header_encoder(param: EncodableParam) -> ParamEncoder:
    """The slot of a header param. Raises LookupError where its type's name leads nowhere."""
    return _kept(_header_encoder, param.name, param.slot, param.type.resolve(), optional=param.optional)


@functools.lru_cache(maxsize=1024)
def _header_encoder(name: str, filled: str, annotation: Any, *, optional: bool) -> ParamEncoder:
    type_ = without_none(annotation)
    field = field_class(filled)
    octets = filled.lower().encode("latin-1", "replace")
    if field is not None and type_ is field:
        read = getattr(field, "untrusted", field.decode)
        return ParamEncoder(name, annotation, optional, "typed", octets, _field_check(name, field, read), exact=field)
    if field is not None:
        read = getattr(field, "untrusted", field.decode) if type_ is str else getattr(field, "of", None)
        if read is not None:
            kind: Kind = "target" if field is Location and type_ is str else "converted"
            return ParamEncoder(name, annotation, optional, kind, octets, _field_check(name, field, read))
    if type_ is str:
        return ParamEncoder(name, annotation, optional, "text", octets, _text_check(name, filled))
    return ParamEncoder(name, annotation, optional, "converted", octets, _converter(name, filled, type_))


def cookie_encoder(param: EncodableParam, cookie: set_cookie.Cookie) -> ParamEncoder:
    """The slot of a cookie param. Raises LookupError where its type's name leads nowhere."""
    return _kept(_cookie_encoder, param.name, cookie, param.type.resolve(), optional=param.optional)


@functools.lru_cache(maxsize=1024)
def _cookie_encoder(name: str, cookie: set_cookie.Cookie, annotation: Any, *, optional: bool) -> ParamEncoder:
    type_ = without_none(annotation)
    before, after = (text.replace("%", "%%") for text in (cookie.name, set_cookie.attribute_text(cookie)))
    template = f"{before}=%b{after}".encode("latin-1", "replace")
    limit = set_cookie.MAX_NAME_AND_VALUE - len(cookie.name)
    kind: Kind = "cookie" if type_ is str else "converted"
    check = _cookie_check(name, cookie.name, str if type_ is str else type_)
    return ParamEncoder(name, annotation, optional, kind, b"set-cookie", check, template=template, limit=limit)


def _kept(make: Any, *arguments: Any, optional: bool) -> ParamEncoder:
    """What a function with a cache gives; without it, for a type or a cookie that cannot be hashed."""
    try:
        encoder: ParamEncoder = make(*arguments, optional=optional)
    except TypeError:
        encoder = make.__wrapped__(*arguments, optional=optional)
    return encoder


def placeholder_encoder(param: EncodableParam, where: Where) -> ParamEncoder:
    """The slot of a param that fills a placeholder. Raises LookupError where its type's name leads nowhere."""
    type_ = param.type.resolve()
    check = _placeholder_check(param.name, type_, where)
    return ParamEncoder(param.name, type_, optional=False, kind="converted", field=b"", check=check)


def with_default(encoder: ParamEncoder, text: str | None) -> ParamEncoder:
    """The slot with its default: the typed value for people to read, and the octets, which are checked here."""
    if text is None:
        return encoder
    value = _value_of(encoder.exact or without_none(encoder.annotation), text)
    plain = encoder.kind == "converted" and encoder.field
    return encoder._replace(default=value, default_octets=text.encode() if plain else encoder.check(value))


def _value_of(type_: Any, text: str) -> Any:
    """The value of a type whose text this is; the text itself for a type that is not told from it here."""
    if isinstance(type_, type) and issubclass(type_, enum.Enum):
        return next((member for member in type_ if str(member.value) == text), text)
    if type_ is timedelta:
        return timedelta(seconds=int(text))
    known: dict[Any, Callable[[str], Any]] = {int: int, uuid.UUID: uuid.UUID, datetime: parse_http_date}
    read = known.get(type_) or getattr(type_, "decode", None)
    return text if read is None else read(text)


def text_of(name: str, value: Any) -> str:
    """The text of a param's value, as it stands in its field or cookie. Raises ParamError for a type that has none."""
    if hasattr(value, "field_name"):
        encoded: bytes = value.encode()
        return encoded.decode("ascii")
    return _as_text(name, value, type(value))


def without_none(annotation: Any) -> Any:
    """The type itself where the annotation is `X | None`."""
    if get_origin(annotation) in (Union, types.UnionType):
        members = [member for member in get_args(annotation) if member is not type(None)]
        return members[0] if len(members) == 1 else annotation
    return annotation


_TEXT_OF: dict[type, Callable[[Any], str]] = {
    str: str,
    int: str,
    uuid.UUID: str,
    datetime: format_http_date,
    timedelta: lambda delay: str(delay.days * 86400 + delay.seconds),
}


def _as_text(name: str, value: Any, type_: Any) -> str:
    """The text of an argument of the declared type: HTTP-date of a datetime, delta-seconds of a timedelta."""
    if isinstance(value, enum.Enum) and (not isinstance(type_, type) or isinstance(value, type_)):
        return _as_text(name, value.value, type(value.value))
    if isinstance(get_origin(type_), type):
        if not isinstance(value, list | tuple | set | frozenset):
            _refuse_type(name, value, type_)
        return ", ".join(_as_text(name, member, type(member)) for member in value)
    if isinstance(value, bool) or (isinstance(type_, type) and not isinstance(value, type_)):
        _refuse_type(name, value, type_)
    for known, text_of in _TEXT_OF.items():
        if isinstance(value, known):
            try:
                return text_of(value)
            except ValueError as error:
                raise ParamError(name, str(error), help="give another value", cite="RFC 9110 section 5.6.7") from None
    return _refuse_type(name, value, type_)


def _refuse_type(name: str, value: object, type_: Any) -> NoReturn:
    expected = getattr(type_, "__name__", None) or str(type_)
    raise ParamError(
        name,
        f"is {type(value).__qualname__} where {expected} is declared",
        help=f"give {expected}",
        cite="the response's own declaration",
    )


def _field_check(name: str, field: Any, read: Callable[[Any], Any]) -> Callable[[Any], bytes]:
    def check(value: Any) -> bytes:
        if type(value) is field:
            encoded: bytes = value.encode()
            return encoded
        try:
            result: bytes = read(value).encode()
        except FieldError as error:
            raise ParamError(
                name,
                str(error),
                help=f"build the value with antiphon.{field.__name__}, which checks it",
                cite=(sys.modules[field.__module__].__doc__ or field.__name__).partition("\n")[0],
            ) from None
        except (TypeError, AttributeError):
            _refuse_type(name, value, field)
        return result

    return check


def _text_check(name: str, field_name: str) -> Callable[[Any], bytes]:
    def check(value: Any) -> bytes:
        if not isinstance(value, str):
            _refuse_type(name, value, str)
        return _field_text(name, field_name, value)

    return check


def _field_text(name: str, field_name: str, value: str) -> bytes:
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
    return octets


def _converter(name: str, field_name: str, type_: Any) -> Callable[[Any], bytes]:
    return lambda value: _field_text(name, field_name, _as_text(name, value, type_))


def _placeholder_check(name: str, type_: Any, where: Where) -> Callable[[Any], bytes]:
    def check(value: Any) -> bytes:
        text = _as_text(name, value, type_)
        try:
            return expanded(text, where)
        except TemplateError as error:
            raise ParamError(
                name,
                str(error),
                help="give a value that names something; it is percent-encoded for you",
                cite="RFC 3986 sections 3.3 and 5.2.4",
            ) from None

    return check


def _cookie_check(name: str, cookie_name: str, type_: Any) -> Callable[[Any], bytes]:
    def check(value: Any) -> bytes:
        if type_ is str and not isinstance(value, str):
            _refuse_type(name, value, str)
        text = _as_text(name, value, type_)
        for reason in cookie_checks.reasons(set_cookie.PlainCookie(name=cookie_name, value=text)):
            if reason.code in ("CK003", "CK005", "CK007"):
                raise ParamError(
                    name,
                    reason.message,
                    help="encode the value, for instance with base64.urlsafe_b64encode, and keep it short",
                    cite="draft-ietf-httpbis-rfc6265bis-22 sections 4.1.1 and 5.6",
                )
        return text.encode("ascii")

    return check

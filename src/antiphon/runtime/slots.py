"""Params as the compiler sees them: what each fills, and how its argument becomes octets.

An encoder is made from the field, cookie or placeholder first and from the param's type second; `NoTextForm` is raised
where neither decides. With `encode` the user's own function makes the text, which is checked like any other.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, Literal, NamedTuple, Protocol

from antiphon.headers.location import Location
from antiphon.headers.registry import field_class
from antiphon.headers.untyped import UNTYPED
from antiphon.http import set_cookie
from antiphon.http.uri_template import Where
from antiphon.runtime.cookie_codecs.codec import CookieCodec
from antiphon.runtime.cookie_codecs.text import TextCodec
from antiphon.runtime.cookie_value import declared_value, with_attributes
from antiphon.runtime.default_value import value_of
from antiphon.runtime.field_text import field_ways, text_ways
from antiphon.runtime.param_checks import (
    Encode,
    by_type,
    cookie_check,
    encoded,
    field_check,
    in_utf_8,
    own,
    placeholder_check,
)
from antiphon.runtime.param_types import without_none

#: The attributes that say how long a cookie is kept.
_LIFETIME = frozenset(("Expires", "Max-Age"))

Kind = Literal["cookie"] | Literal["text"] | Literal["typed"] | Literal["target"] | Literal["converted"]


class ParamEncoder(NamedTuple):
    """One param, ready for the generated code.

    `kind` chooses the quick test that the generated code makes itself; `check` is asked where that test fails (and
    always for a `converted` slot): it gives the octets, or raises ParamError. `field` is the field name in octets;
    `of_text` gives the octets of a default that is known as text;
    `template` the Set-Cookie value with `%b` for the cookie's value.
    """

    name: str
    annotation: Any
    optional: bool
    kind: Kind
    field: bytes
    check: Callable[[Any], bytes]
    of_text: Callable[[str], bytes]
    exact: type | None = None
    template: bytes = b""
    limit: int = 0
    default: Any = None
    default_octets: bytes | None = None


class NamedType(Protocol):
    """A type that is found when it is asked for, such as a spec's `TypeName`."""

    def resolve(self) -> Any: ...


class NamedFunction(Protocol):
    """The user's own `encode`, found as a type is."""

    def resolve(self) -> Any: ...


class EncodableParam(Protocol):
    """The part of ParamSpec that this module needs, so that it need not import pydantic."""

    @property
    def name(self) -> str: ...
    @property
    def slot(self) -> str: ...
    @property
    def type(self) -> NamedType: ...
    @property
    def optional(self) -> bool: ...
    @property
    def encode(self) -> NamedFunction | None: ...


def header_encoder(param: EncodableParam, *, of_text_in_utf_8: bool = False) -> ParamEncoder:
    """The encoder of a param that fills a field. Raises LookupError for a name that leads nowhere, and NoTextForm.

    `of_text_in_utf_8` says that it is the media type of such text.
    """
    encoder = _kept(_header_encoder, param, param.slot)
    if not of_text_in_utf_8:
        return encoder
    check, of_text = in_utf_8(param.name, encoder.check), in_utf_8(param.name, encoder.of_text)
    return encoder._replace(kind="converted", exact=None, check=check, of_text=of_text)


@functools.lru_cache(maxsize=1024)
def _header_encoder(filled: str, name: str, annotation: Any, encode: Encode | None, *, optional: bool) -> ParamEncoder:
    field = field_class(filled)
    octets = filled.lower().encode("latin-1", "replace")
    types = without_none(annotation)
    kind: Kind = "converted"
    if encode is None:
        text = by_type(name, field_ways(filled, annotation), field)
        if types == (str,):
            plain = field is None and filled.lower() not in UNTYPED
            kind = "target" if field is Location else "text" if plain else "converted"
        elif field is not None and types == (field,):
            kind = "typed"
    else:
        text = own(name, encode, field)
    check, of_text = field_check(name, filled, text)
    exact = field if kind == "typed" else None
    return ParamEncoder(name, annotation, optional, kind, octets, check, of_text, exact=exact)


def cookie_encoder(param: EncodableParam, cookie: set_cookie.Cookie) -> ParamEncoder:
    """The encoder of a cookie's value. Raises LookupError for a name that leads nowhere, and NoTextForm."""
    return _kept(_cookie_encoder, param, cookie)


@functools.lru_cache(maxsize=1024)
def _cookie_encoder(
    cookie: set_cookie.Cookie, name: str, annotation: Any, encode: Encode | None, *, optional: bool
) -> ParamEncoder:
    value = declared_value(annotation)
    # The declared lifetime of a CookieValue is written with the value, since a call may give another one.
    attributes = (pair for pair in set_cookie.attributes(cookie) if value is None or pair[0] not in _LIFETIME)
    before, after = (text.replace("%", "%%") for text in (cookie.name, set_cookie.written(attributes)))
    template = f"{before}=%b{after}".encode("latin-1", "replace")
    limit = set_cookie.MAX_NAME_AND_VALUE - len(cookie.name)
    kind: Kind = "cookie" if encode is None and without_none(annotation) == (str,) else "converted"
    if encode is None:
        text = by_type(name, text_ways(annotation if value is None else value))
    elif isinstance(encode, TextCodec):
        text = encoded(name, encode, by_type(name, text_ways(annotation if value is None else value)))
    else:
        text = encoded(name, encode) if isinstance(encode, CookieCodec) else own(name, encode)
    check, of_text = cookie_check(name, cookie.name, text)
    if value is not None:
        reads_whole = encode is not None and not isinstance(encode, CookieCodec | TextCodec)
        check, of_text = with_attributes(name, cookie, annotation, (check, of_text), reads_whole=reads_whole)
    return ParamEncoder(name, annotation, optional, kind, b"set-cookie", check, of_text, template=template, limit=limit)


def placeholder_encoder(param: EncodableParam, where: Where) -> ParamEncoder:
    """The encoder of a template's placeholder. Raises LookupError for a name that leads nowhere, and NoTextForm."""
    annotation, encode = param.type.resolve(), _resolved(param)
    text = own(param.name, encode) if encode is not None else by_type(param.name, text_ways(annotation))
    check, of_text = placeholder_check(param.name, text, where)
    return ParamEncoder(
        param.name, annotation, optional=False, kind="converted", field=b"", check=check, of_text=of_text
    )


def _resolved(param: EncodableParam) -> Encode | None:
    encode: Encode | None = None if param.encode is None else param.encode.resolve()
    return encode


def _kept(make: Any, param: EncodableParam, filled: object) -> ParamEncoder:
    """Call a cached function; without its cache for a type or a cookie that cannot be hashed."""
    arguments = (filled, param.name, param.type.resolve(), _resolved(param))
    try:
        encoder: ParamEncoder = make(*arguments, optional=param.optional)
    except TypeError:
        encoder = make.__wrapped__(*arguments, optional=param.optional)
    return encoder


def with_default(encoder: ParamEncoder, text: str | None) -> ParamEncoder:
    """The encoder with its default: the value for people to read, and its octets, which are checked here.

    A default that was declared in this process brings its value. For one that was read from a file, the value is read
    back from the text.
    """
    if text is None:
        return encoder
    live = hasattr(text, "value")
    value = getattr(text, "value") if live else value_of(encoder.annotation, text)  # noqa: B009 - a str has none
    return encoder._replace(default=value, default_octets=encoder.check(value) if live else encoder.of_text(text))

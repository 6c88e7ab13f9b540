# Written by `nox -s generate` from src; do not edit.
"""Params as the compiler sees them: what each fills, and how its argument becomes octets."""

from collections.abc import Callable
from typing import Any, Literal, NamedTuple, Protocol

from antiphon.http import set_cookie
from antiphon.http.uri_template import Where

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

def cookie_encoder(param: EncodableParam, cookie: set_cookie.Cookie) -> ParamEncoder:
    """The slot of a cookie param. Raises LookupError where its type's name leads nowhere."""

def placeholder_encoder(param: EncodableParam, where: Where) -> ParamEncoder:
    """The slot of a param that fills a placeholder. Raises LookupError where its type's name leads nowhere."""

def with_default(encoder: ParamEncoder, text: str | None) -> ParamEncoder:
    """The slot with its default: the typed value for people to read, and the octets, which are checked here."""

def text_of(name: str, value: Any) -> str:
    """The text of a param's value, as it stands in its field or cookie. Raises ParamError for a type that has none."""

def without_none(annotation: Any) -> Any:
    """The type itself where the annotation is `X | None`."""

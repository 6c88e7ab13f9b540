# Written by `nox -s generate` from src; do not edit.
"""Params as the compiler sees them: what each fills, and how its argument becomes octets.

An encoder is made from the field, cookie or placeholder first and from the param's type second; `NoTextForm` is raised
where neither decides. With `encode` the user's own function makes the text, which is checked like any other.
"""

from collections.abc import Callable
from typing import Any, Literal, NamedTuple, Protocol

from antiphon.http import set_cookie
from antiphon.http.uri_template import Where

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

def cookie_encoder(param: EncodableParam, cookie: set_cookie.Cookie) -> ParamEncoder:
    """The encoder of a cookie's value. Raises LookupError for a name that leads nowhere, and NoTextForm."""

def placeholder_encoder(param: EncodableParam, where: Where) -> ParamEncoder:
    """The encoder of a template's placeholder. Raises LookupError for a name that leads nowhere, and NoTextForm."""

def with_default(encoder: ParamEncoder, text: str | None) -> ParamEncoder:
    """The encoder with its default: the value for people to read, and its octets, which are checked here.

    A default that was declared in this process brings its value. For one that was read from a file, the value is read
    back from the text.
    """

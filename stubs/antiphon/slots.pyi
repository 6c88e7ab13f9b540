# Written by `nox -s generate` from src; do not edit.
"""Params as the compiler sees them: which field or cookie each fills, and how its argument becomes octets."""

from collections.abc import Callable
from typing import Any, Literal, NamedTuple

from antiphon.spec import CookieSpec, ParamSpec

Kind = Literal["cookie", "text", "typed", "converted"]

class Slot(NamedTuple):
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

def header_slot(param: ParamSpec) -> Slot:
    """The slot of a header param. Raises LookupError where its type's name leads nowhere."""

def cookie_slot(param: ParamSpec, cookie: CookieSpec) -> Slot:
    """The slot of a cookie param. Raises LookupError where its type's name leads nowhere."""

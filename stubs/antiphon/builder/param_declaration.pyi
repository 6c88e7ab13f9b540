# Written by `nox -s generate` from src; do not edit.
"""One declared param: the arguments of a field specifier, together with the name and the type that it belongs to."""

from collections.abc import Callable
from typing import Any, NamedTuple

from antiphon.diagnostics.call_site import CallSite
from antiphon.runtime.cookie_codecs.text import CookieText
from antiphon.runtime.slots import ParamEncoder
from antiphon.spec import CookieSpec, HeaderSpec, ParamSpec

class ParamDeclaration(NamedTuple):
    """One declared param with the slot that it fills and the place where it was declared.

    There is no slot for a placeholder: the field with the template has it already.
    """

    spec: ParamSpec
    slot: HeaderSpec | CookieSpec | None
    call_site: CallSite

class Specifier(NamedTuple):
    """The arguments of a field specifier or a step, kept until the name and the type of its param are known."""

    name: str | None
    cookie: CookieSpec | None
    prefix: str
    call_site: CallSite
    placeholder: bool = False
    encode: Callable[[Any], str] | CookieText | None = None

def param(name: str, annotation: Any, specifier: Specifier, default: object) -> ParamDeclaration:
    """The param of that name and type, once both are known.

    Raises SpecError for a default that its field or cookie cannot carry. A type that has no text form is left to the
    rules, which find it when the response is judged (AN015).
    """

def field_of(annotation: Any) -> str | None:
    """The name of the field whose class the annotation names, by itself or in a union or a list; None for others."""

def encoder_of(declared: ParamDeclaration) -> ParamEncoder:
    """The param as the compiler sees it. Raises NoTextForm."""

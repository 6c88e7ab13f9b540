# Written by `nox -s generate` from src; do not edit.
"""Fix a field of a reply's base in a class, so that it is not a param there."""

from collections.abc import Mapping
from typing import Any, Literal, NamedTuple

from antiphon.builder.param_declaration import ParamDeclaration
from antiphon.diagnostics.call_site import CallSite
from antiphon.spec import HeaderSpec

class Fixed(NamedTuple):
    """The arguments of a call of `fixed`, and its call site."""

    values: tuple[object, ...]
    call_site: CallSite

def fixed(*values: object, init: Literal[False] = False) -> Any:
    """Fix a field for all responses of a class.

    `location: Location = fixed("/orders/{order_id}")` goes into the class body. It takes what the field's step in the
    builder takes, templates included; several values are a line each. The constructor has no parameter for the field,
    and the attribute is read from what is sent. `init` is for type checkers (PEP 681), which learn it from there.
    """

def fixed_lines(
    cls: type, names: Mapping[str, Any], call_site: CallSite, inherited: Mapping[str, ParamDeclaration]
) -> dict[str, tuple[tuple[HeaderSpec, CallSite], ...]]:
    """The lines that a class body fixes, by attribute. Raises SpecError for a value that its field does not take."""

def is_fixed(cls: type, name: str) -> bool:
    """Whether a class, or a base of it, fixes the field of that attribute."""

class Sent:
    """An attribute that reads its field from what the response sends: the typed value, or a tuple of several."""

    __slots__ = ("_name",)

    def __init__(self, name: str) -> None: ...
    def __get__(self, reply: Any, owner: type) -> Any: ...

"""One judged response, and how a value of a module becomes one."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from types import FunctionType
from typing import Any

from antiphon.builder import ResponseDraft
from antiphon.builder.missing import (
    DraftMissingAllow,
    DraftMissingContentRange,
    DraftMissingLocation,
    DraftMissingWWWAuthenticate,
)
from antiphon.compiler.judged import Judged
from antiphon.diagnostics.call_site import CallSite, Position
from antiphon.diagnostics.diagnostic import Diagnostic
from antiphon.rules.check import check
from antiphon.rules.rule import as_response
from antiphon.spec import CookieSpec, HeaderSpec, ResponseSpec

_UNFINISHED = (DraftMissingAllow, DraftMissingContentRange, DraftMissingLocation, DraftMissingWWWAuthenticate)


_BASES, _NAMES = vars(type)["__mro__"], vars(type)["__dict__"]
_DECLARING = (ResponseDraft, ResponseSpec, CookieSpec, HeaderSpec, FunctionType, type)


@dataclasses.dataclass(frozen=True)
class Judgement:
    """A response and what was found in it. `compiled` is None for what was not compiled; `whole` is false for a part.

    `call_site` is where the response was compiled, where that was seen. `called` is what users call, where that is not
    the compiled function: a problem type has a constructor around it.
    """

    name: str
    spec: ResponseSpec
    diagnostics: tuple[Diagnostic, ...]
    compiled: Callable[..., Any] | None = None
    call_site: CallSite | None = None
    position: Position | None = None
    whole: bool = True
    called: Callable[..., Any] | None = None

    @property
    def shown_name(self) -> str:
        """Its name, or one made of its status where it has none."""
        return self.name or f"respond_{self.spec.status}"

    @property
    def at(self) -> Position | None:
        """Where the response is declared."""
        return self.position or (self.call_site.position() if self.call_site else None)


def of_door(judged: Judged) -> Judgement:
    """The responses that were compiled while a module was imported."""
    return Judgement(judged.name, judged.spec, judged.diagnostics, judged.compiled, judged.call_site)


def of_value(name: str, value: object, position: Position | None) -> Judgement | None:
    """A value of a module as a judged response; None if it is not a response. Never calls user code."""
    if not issubclass(type(value), _DECLARING):
        return None  # a lazy object, perhaps: nothing of it is asked
    if isinstance(value, ResponseDraft):
        return Judgement(name, value.spec(), _at(value.check(), position), position=position)
    if isinstance(value, ResponseSpec):
        return Judgement(name, value, _at(check(value), position), position=position)
    if isinstance(value, CookieSpec | HeaderSpec):
        return Judgement(name, as_response(value), _at(check(value), position), position=position, whole=False)
    spec = _compiled_spec(value)
    if spec is None:
        return None
    return Judgement(name, spec, _at(check(spec), position), made_by(value), position=position)


def is_declaration(value: object) -> bool:
    """Whether a name of a module that holds this value declares a response.

    A draft that lacks a field is a building block: it does not compile, so it is not a response yet. This reads the
    value's own type, not its `__class__`: that of a lazy object may look up things that do not exist yet.
    """
    if issubclass(type(value), ResponseDraft):
        return not issubclass(type(value), _UNFINISHED)
    return issubclass(type(value), ResponseSpec) or _compiled_spec(value) is not None


def made_by(value: Any) -> Any:
    """The object that carries the compiler's data of a response: the function itself, or the constructor of a class."""
    return vars(value).get("__init__") if issubclass(type(value), type) else value


def as_declared(name: str, class_: Any, found: list[Judgement]) -> bool:
    """Whether a class of a module is one of the judgements already, although it has a constructor of its own.

    That judgement then has the class's spec and constructor: a family of statuses is known only once it is made.
    """
    spec = _compiled_spec(class_)
    if spec is None or not issubclass(type(class_), type):
        return False
    home = _held(class_, "__module__")
    for index in reversed(range(len(found))):
        one = found[index]
        if one.name == name and one.call_site is not None and one.call_site.module == home:
            found[index] = dataclasses.replace(one, spec=spec, called=made_by(class_))
            return True
    return False


def _compiled_spec(value: object) -> ResponseSpec | None:
    """The spec of a compiled function or class, found without calling anything. A response itself is neither."""
    if not issubclass(type(value), FunctionType | type):
        return None
    spec = _held(value, "spec")
    return spec if issubclass(type(spec), ResponseSpec) else None


def _held(value: object, name: str) -> Any:
    """A name of a function or a class, past its metaclass, which may do anything."""
    holders = [value] if issubclass(type(value), FunctionType) else _BASES.__get__(value)
    names = [_NAMES.__get__(base) if issubclass(type(base), type) else vars(base) for base in holders]
    return next((held[name] for held in names if name in held), None)


def _at(diagnostics: tuple[Diagnostic, ...], position: Position | None) -> tuple[Diagnostic, ...]:
    """The findings; those without a place get this one."""
    return tuple(
        diagnostic if diagnostic.position else dataclasses.replace(diagnostic, position=position)
        for diagnostic in diagnostics
    )

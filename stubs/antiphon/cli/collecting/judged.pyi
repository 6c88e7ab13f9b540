# Written by `nox -s generate` from src; do not edit.
"""One judged response, and how a value of a module becomes one."""

import dataclasses
from collections.abc import Callable
from typing import Any

from antiphon.compiler.judged import Judged
from antiphon.diagnostics.call_site import CallSite, Position
from antiphon.diagnostics.diagnostic import Diagnostic
from antiphon.spec import ResponseSpec

@dataclasses.dataclass(frozen=True)
class Judgement:
    """A response and what was found in it. `compiled` is None for what was not compiled; `whole` is false for a part.

    `call_site` is where the response was compiled, where that was seen.
    """

    name: str
    spec: ResponseSpec
    diagnostics: tuple[Diagnostic, ...]
    compiled: Callable[..., Any] | None = None
    call_site: CallSite | None = None
    position: Position | None = None
    whole: bool = True

    @property
    def at(self) -> Position | None:
        """Where the response is declared."""

def of_door(judged: Judged) -> Judgement:
    """What came to the door while a module was imported."""

def of_value(name: str, value: object, position: Position | None) -> Judgement | None:
    """A value of a module as a judged response; None for a value that is none. Nothing of the user's is called."""

def is_declaration(value: object) -> bool:
    """Whether a name of a module that holds this value declares a response.

    A draft that lacks a field is a building block: it does not compile, so it is no response yet.
    """

def made_by(value: Any) -> Any:
    """What a compiled response was given by the compiler: the function itself, or the constructor of a class."""

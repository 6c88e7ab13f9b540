# Written by `nox -s generate` from src; do not edit.
"""One response of an application, with what is wrong with it, and what becomes of that."""

import dataclasses
from collections.abc import Callable
from typing import Any, Literal, TypeAlias

from antiphon.diagnostics.call_site import Position
from antiphon.diagnostics.diagnostic import Diagnostic
from antiphon.errors import PluginError

@dataclasses.dataclass(frozen=True, slots=True)
class JudgedResponse:
    """A response that was sent: its request, its status, and the findings about it, errors and warnings."""

    method: str
    """The method of the request."""
    path: str
    """The path of the request, without its query."""
    status: int | None
    """The status; None where no response began."""
    findings: tuple[Diagnostic, ...]
    """The faults: breaches of the protocol first, then the rules' findings in code order."""
    handler: Position | None = None
    """The handler's place, where the framework says which it was."""
    broken: PluginError | None = None
    """The error of an installed plug-in, because of which not all is judged."""

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """The findings of level error."""

    def __str__(self) -> str: ...

class WrongResponse(Exception):
    """An application sent what no client should get. `response` has the findings; the text shows them."""

    response: JudgedResponse

    def __init__(self, response: JudgedResponse) -> None: ...

OnFinding: TypeAlias = Literal["raise", "log"] | Callable[[JudgedResponse], None]

def deal_with(response: JudgedResponse, on_finding: OnFinding) -> None:
    """Hand the response over, log it, or raise WrongResponse for its errors and log its warnings.

    Where a plug-in is broken, its PluginError is what is raised or logged.
    """

def handler_of(endpoint: Any) -> Position | None:
    """Where a handler is defined; None where that cannot be known."""

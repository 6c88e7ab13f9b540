"""One response of an application, with what is wrong with it, and what becomes of that."""

from __future__ import annotations

import dataclasses
import inspect
import logging
from collections.abc import Callable
from typing import Any, Literal, TypeAlias

from antiphon.diagnostics.call_site import Position
from antiphon.diagnostics.diagnostic import Diagnostic, render
from antiphon.errors import PluginError

_LOG = logging.getLogger("antiphon.testing")


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
        return tuple(finding for finding in self.findings if finding.level == "error")

    def __str__(self) -> str:
        where = f", from {self.handler}" if self.handler else ""
        told = [render(self.findings)] if self.findings else []
        told += [f"not all of it is judged: {self.broken}"] if self.broken else []
        return "\n".join([f"{self.method} {self.path} was answered with {self.status}{where}", *told])


class WrongResponse(Exception):  # noqa: N818 - the name says what it is
    """An application sent what no client should get. `response` has the findings; the text shows them."""

    def __init__(self, response: JudgedResponse) -> None:
        super().__init__(str(response))
        self.response = response


#: How a response that has findings is dealt with.
OnFinding: TypeAlias = Literal["raise", "log"] | Callable[[JudgedResponse], None]


def deal_with(response: JudgedResponse, on_finding: OnFinding) -> None:
    """Hand the response over, log it, or raise WrongResponse for its errors and log its warnings.

    Where a plug-in is broken, its PluginError is what is raised or logged.
    """
    if callable(on_finding):
        on_finding(response)
    elif on_finding == "raise" and response.broken:
        raise response.broken
    elif on_finding == "raise" and response.errors:
        raise WrongResponse(response)
    else:
        grave = response.errors or response.broken
        _LOG.log(logging.ERROR if grave else logging.WARNING, "%s", response)


def handler_of(endpoint: Any) -> Position | None:
    """Where a handler is defined; None where that cannot be known."""
    function = inspect.unwrap(endpoint) if callable(endpoint) else None
    code = getattr(function, "__code__", None)
    return None if code is None else Position(code.co_filename, code.co_firstlineno)

"""One response of an application, with what is wrong with it, and what becomes of that."""

from __future__ import annotations

import dataclasses
import inspect
import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final, Literal, TypeAlias

from antiphon.captures.check import check_wire
from antiphon.captures.error import WireError
from antiphon.diagnostics.call_site import Position
from antiphon.diagnostics.diagnostic import Diagnostic, render
from antiphon.rules.profile import Profile

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

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """The findings of level error."""
        return tuple(finding for finding in self.findings if finding.level == "error")

    def __str__(self) -> str:
        where = f", from {self.handler}" if self.handler else ""
        return f"{self.method} {self.path} was answered with {self.status}{where}\n{render(self.findings)}"


class WrongResponse(Exception):  # noqa: N818 - the name says what it is
    """An application sent what no client should get. `response` has the findings; the text shows them."""

    def __init__(self, response: JudgedResponse) -> None:
        super().__init__(str(response))
        self.response = response


#: The rules that say the same as a fault of the protocol: one mistake is one finding.
_SAME: Final[Mapping[str, frozenset[str]]] = {
    "PC002": frozenset({"ST001"}),
    "PC005": frozenset({"ST021"}),
    "PC006": frozenset({"CT009", "ST002", "ST003", "ST004"}),
}


def new_findings(found: Iterable[Diagnostic], known: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Those that say something that is not known yet."""
    new: list[Diagnostic] = []
    for finding in found:
        before = [*known, *new]
        if finding not in before and not any(finding.code in _SAME.get(one.code, ()) for one in before):
            new.append(finding)
    return new


#: How a response that has findings is dealt with.
OnFinding: TypeAlias = Literal["raise", "log"] | Callable[[JudgedResponse], None]


def deal_with(response: JudgedResponse, on_finding: OnFinding) -> None:
    """Hand the response over, log it, or raise WrongResponse for its errors and log its warnings."""
    if callable(on_finding):
        on_finding(response)
    elif on_finding == "raise" and response.errors:
        raise WrongResponse(response)
    else:
        _LOG.log(logging.ERROR if response.errors else logging.WARNING, "%s", response)


def judged(
    status: int, lines: Iterable[tuple[bytes, bytes]], body: bytes | None, method: str, profile: Profile
) -> list[Diagnostic]:
    """The rules' errors and warnings about a response; a finding of the protocol where it cannot even be read."""
    try:
        found = check_wire(status, lines, body, method, profile=profile)
    except WireError as error:
        return [_unreadable(error)]
    return [finding for finding in found if finding.level != "info"]


def _unreadable(error: WireError) -> Diagnostic:
    from antiphon.diagnostics.protocol_faults import FIELDS

    return FIELDS.found(str(error))


def handler_of(endpoint: Any) -> Position | None:
    """Where a handler is defined; None where that cannot be known."""
    function = inspect.unwrap(endpoint) if callable(endpoint) else None
    code = getattr(function, "__code__", None)
    return None if code is None else Position(code.co_filename, code.co_firstlineno)

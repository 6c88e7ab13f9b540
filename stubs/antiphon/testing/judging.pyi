# Written by `nox -s generate` from src; do not edit.
"""One exchange of an application, judged as it goes on: the same for ASGI and WSGI."""

from collections.abc import Callable, Iterable, Sequence
from typing import Final, Protocol

from antiphon.diagnostics.diagnostic import Diagnostic
from antiphon.rules.profile import Profile
from antiphon.testing.declared.holding import Hold
from antiphon.testing.judged_response import JudgedResponse, OnFinding

BODY_LIMIT: Final[int]

class Judging:
    """The choices of one strict application, and who counts its responses."""

    __slots__ = ("body_limit", "count", "on_finding", "profile")
    on_finding: OnFinding
    profile: Profile
    body_limit: int
    count: Callable[[], object]

    def __init__(
        self, on_finding: OnFinding = "raise", profile: Profile = "default", body_limit: int = BODY_LIMIT
    ) -> None: ...

class Contract(Protocol):
    """The part of a protocol's state that a judge needs."""

    status: int | None
    lines: tuple[tuple[bytes, bytes], ...]
    counted: bool
    """Whether every octet of the content passes through the application's hands."""

class Exchange:
    """One request and its response. The protocol's own faults are given to `add`; the rules are asked here.

    Where errors are raised, the fields are judged before anything is sent, and again with the content; where they are
    not, the response is judged once, when all of it is known.
    """

    findings: list[Diagnostic]
    endpoint: object
    hold: Hold | None

    def __init__(self, judging: Judging, contract: Contract, method: str, path: str) -> None: ...
    def began(self, found: Iterable[Diagnostic] = ()) -> None:
        """Status and fields are known, and `found` is wrong with them."""

    def keep(self, piece: object) -> None:
        """A piece of the content, in memory up to the limit."""

    def ended(self, found: Iterable[Diagnostic] = (), *, complete: bool = True) -> None:
        """Nothing more is sent; the rest of the content is not known where that is not `complete`. Counts once."""

    def add(self, found: Iterable[Diagnostic]) -> None:
        """Keep what is new. Raises WrongResponse for an error, where errors are raised."""

    def tell(self) -> None:
        """Deal with the findings, once. Raises WrongResponse for an error that was caught on its way."""

    def response(self) -> JudgedResponse:
        """The response as far as it is known."""

def judged(
    status: int, lines: Iterable[tuple[bytes, bytes]], body: bytes | None, method: str, profile: Profile
) -> list[Diagnostic]:
    """The rules' errors and warnings about a response; a finding of the protocol where it cannot even be read."""

def new_findings(found: Iterable[Diagnostic], known: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Those that say something that is not known yet."""

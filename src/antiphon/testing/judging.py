"""One exchange of an application, judged as it goes on: the same for ASGI and WSGI."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final, Protocol

from antiphon.diagnostics.diagnostic import Diagnostic
from antiphon.diagnostics.protocol_faults import FIELDS
from antiphon.errors import PluginError
from antiphon.testing.judged_response import JudgedResponse, OnFinding, deal_with, handler_of

if TYPE_CHECKING:
    from antiphon.rules.profile import Profile
    from antiphon.testing.declared.holding import Hold

#: Content up to this many octets is judged; of more, the fields alone.
BODY_LIMIT: Final[int] = 1 << 20

#: The rules that say the same as a fault of the protocol: one mistake is one finding.
_SAME: Final[Mapping[str, frozenset[str]]] = {
    "PC002": frozenset({"ST001", "ST007"}),
    "PC005": frozenset({"ST021"}),
    "PC006": frozenset({"CT009", "ST002", "ST003", "ST004"}),
}


class Judging:
    """The choices of one strict application, and who counts its responses."""

    __slots__ = ("body_limit", "count", "on_finding", "profile")

    def __init__(
        self, on_finding: OnFinding = "raise", profile: Profile = "default", body_limit: int = BODY_LIMIT
    ) -> None:
        self.on_finding: OnFinding = on_finding
        self.profile: Profile = profile
        self.body_limit: int = body_limit
        self.count: Callable[[], object] = lambda: None
        """Called once for each response that is judged, whatever is found."""


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

    def __init__(self, judging: Judging, contract: Contract, method: str, path: str) -> None:
        self.findings: list[Diagnostic] = []
        self.endpoint: object = None
        """The handler, where a framework says which it is."""
        self.hold: Hold | None = None
        """Compares a response with what is declared, where anything is."""
        self._judging, self._contract = judging, contract
        self._method, self._path = method, path
        self._body: bytearray | None = bytearray()
        self._whole = self._told = False
        self._broken: PluginError | None = None

    def began(self, found: Iterable[Diagnostic] = ()) -> None:
        """Status and fields are known, and `found` is wrong with them."""
        raising = self._judging.on_finding == "raise"
        self.add([*found, *(self._judged(None) if raising else ())])

    def keep(self, piece: object) -> None:
        """A piece of the content, in memory up to the limit."""
        if self._body is not None and isinstance(piece, bytes | bytearray | memoryview):
            self._body += piece
            if len(self._body) > self._judging.body_limit:
                self._body = None

    def ended(self, found: Iterable[Diagnostic] = (), *, complete: bool = True) -> None:
        """Nothing more is sent; the rest of the content is not known where that is not `complete`. Counts once."""
        if not self._whole:
            self._whole = True
            if self._contract.status is not None:
                self._judging.count()
            content = self._content() if complete else None
            self.add([*found, *self._judged(content), *self._held(content)])

    def add(self, found: Iterable[Diagnostic]) -> None:
        """Keep what is new. Raises WrongResponse for an error, where errors are raised."""
        new = new_findings(found, self.findings)
        self.findings += new
        if self._judging.on_finding == "raise" and any(finding.level == "error" for finding in new):
            deal_with(self.response(), "raise")

    def tell(self) -> None:
        """Deal with the findings, once. Raises WrongResponse for an error that was caught on its way."""
        if (self.findings or self._broken) and not self._told:
            self._told = True
            deal_with(self.response(), self._judging.on_finding)

    def response(self) -> JudgedResponse:
        """The response as far as it is known."""
        place = handler_of(self.endpoint)
        found = tuple(self.findings)
        return JudgedResponse(self._method, self._path, self._contract.status, found, place, self._broken)

    def _judged(self, body: bytes | None) -> list[Diagnostic]:
        contract = self._contract
        if contract.status is None:
            return []
        try:
            return judged(contract.status, contract.lines, body, self._method, self._judging.profile)
        except PluginError as error:
            self._broken = error
            if self._judging.on_finding == "raise":
                raise
            return []

    def _held(self, body: bytes | None) -> Iterable[Diagnostic]:
        contract = self._contract
        if contract.status is None or self.hold is None:
            return ()
        from antiphon.testing.declared.seen import on_the_wire  # most processes declare nothing

        return self.hold(on_the_wire(contract.status, contract.lines, body, self._method, self._path))

    def _content(self) -> bytes | None:
        """The content as it was sent; None where it is not known whole."""
        if self._body is None or not self._contract.counted or self._method == "HEAD":
            return None
        return bytes(self._body)


def judged(
    status: int, lines: Iterable[tuple[bytes, bytes]], body: bytes | None, method: str, profile: Profile
) -> list[Diagnostic]:
    """The rules' errors and warnings about a response; a finding of the protocol where it cannot even be read."""
    # Loaded with the first response: a process in which nobody answers, such as xdist's controller, needs no rules.
    from antiphon.captures.check import check_wire
    from antiphon.captures.error import WireError

    try:
        found = check_wire(status, lines, body, method, profile=profile)
    except WireError as error:
        return [FIELDS.found(str(error))]
    return [finding for finding in found if finding.level != "info"]


def new_findings(found: Iterable[Diagnostic], known: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Those that say something that is not known yet."""
    new: list[Diagnostic] = []
    for finding in found:
        before = [*known, *new]
        if finding not in before and not any(finding.code in _SAME.get(one.code, ()) for one in before):
            new.append(finding)
    return new

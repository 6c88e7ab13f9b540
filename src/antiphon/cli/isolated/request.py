"""The request to the child process, and its answer."""

from __future__ import annotations

import dataclasses
import json
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

if TYPE_CHECKING:
    from antiphon.rules.profile import Profile


Work: TypeAlias = Literal["report", "description"]


@dataclasses.dataclass(frozen=True)
class GivenUp:
    """A module that is not imported any more, and the reason."""

    module: str
    what: str
    where: str
    help: str


@dataclasses.dataclass(frozen=True)
class Request:
    """One run of `antiphon check` or of `antiphon preview`, as the command line says it.

    `work` is what is made of the responses that are collected: a report, or a description of the project.
    `given_up` are modules that an earlier child did not survive. `colour` and
    `error_colour` are for the report and for what goes to stderr.
    """

    targets: tuple[str, ...]
    profile: Profile | None = None
    work: Work = "report"
    format: str = "text"
    exclude: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    config: str | None = None
    quiet: bool = False
    require_declarations: bool = False
    timeout: float = 30.0
    colour: bool = False
    error_colour: bool = False
    given_up: tuple[GivenUp, ...] = ()

    def limit(self, module: str) -> float:
        """The seconds that a step may take: the import of a module, or judging all of them."""
        return self.timeout if module else 10 * self.timeout

    def to_json(self) -> bytes:
        """One line."""
        return f"{json.dumps(dataclasses.asdict(self))}\n".encode()

    @classmethod
    def from_json(cls, line: bytes) -> Request:
        """The request that `to_json` wrote."""
        said: dict[str, Any] = json.loads(line)
        said |= {name: tuple(said[name]) for name in ("targets", "exclude", "select", "ignore")}
        said["given_up"] = tuple(GivenUp(**one) for one in said["given_up"])
        return cls(**said)


@dataclasses.dataclass(frozen=True)
class Outcome:
    """The exit code of the run, and what it writes to stdout and to stderr."""

    code: int
    out: str
    err: str

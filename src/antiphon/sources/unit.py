"""As much of one response as its source shows."""

from __future__ import annotations

import ast
import dataclasses
from typing import Any, Final, Literal, NamedTuple, TypeAlias

from antiphon.diagnostics.refusal import Refusal
from antiphon.sources.literals import UNKNOWN
from antiphon.sources.tables import Framework, Quoting

#: A node with a place, or the keyword around it.
Node: TypeAlias = ast.expr | ast.stmt | ast.keyword
#: Statuses of responses without content, which need no fields about it.
BODILESS: Final = (204, 205, 304)
Content: TypeAlias = bytes | Literal["some", "unknown"]


class Fault(NamedTuple):
    """One fault of a call: which, what is wrong, and where."""

    refusal: Refusal
    message: str
    node: Node


@dataclasses.dataclass(slots=True)
class Line:
    """A field line. A value of None is one that the source does not show."""

    name: str
    value: str | None
    name_node: Node
    value_node: Node
    default: bool = False
    """Whether the framework adds the line, and nobody asked for it."""


@dataclasses.dataclass(slots=True)
class Cookie:
    """A cookie. An attribute that the source does not show is UNKNOWN; `nodes` are the arguments."""

    attributes: dict[str, Any]
    nodes: dict[str, Node]
    node: Node
    shown_name: str
    quoting: Quoting = "stdlib"
    faults: list[Fault] = dataclasses.field(default_factory=list)


@dataclasses.dataclass(slots=True)
class Unit:
    """The statements about one response that run together. `closed` says that nothing else is said of it.

    `status` is an int or UNKNOWN. `more` says that it may have fields beside those that are seen.
    """

    framework: Framework
    name: str
    node: Node
    status: Any = UNKNOWN
    status_node: Node | None = None
    content: Content = "unknown"
    content_node: Node | None = None
    lines: list[Line] = dataclasses.field(default_factory=list)
    cookies: list[Cookie] = dataclasses.field(default_factory=list)
    more: bool = True
    closed: bool = False
    is_exception: bool = False
    """Whether it may be raised."""
    faults: list[Fault] = dataclasses.field(default_factory=list)
    """The faults of the calls themselves, whatever becomes of the response."""

    def put(self, line: Line, *, adds: bool = False) -> None:
        """One more field line, beside those of the same name or in their place."""
        if not adds:
            self.lines = [one for one in self.lines if one.name.lower() != line.name.lower()]
        self.lines.append(line)

    def settle(self) -> None:
        """Let the framework do what it does when the response is sent: nothing can be changed any more."""
        if self.status is not UNKNOWN and self.status in BODILESS and self.content in (b"", "unknown"):
            self.lines = [line for line in self.lines if not line.default]
        for line in self.lines:
            writes = self.framework.writes_fields.get(line.name.lower())
            if writes is not None and line.value is not None:
                line.value = writes(line.value)

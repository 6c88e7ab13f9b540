"""The declarations of a project, as JSON: `antiphon preview --format json`, the schema `preview-project`."""

from __future__ import annotations

from typing import Any, Literal

from antiphon.cli.collecting.document import Document, FindingDocument, NotRunDocument


class FieldShown(Document, frozen=True):
    """A field line as it is sent."""

    name: str
    value: str
    sample_of: str
    """The param, or params, whose made-up value it holds; empty where nothing varies."""


class WireShown(Document, frozen=True):
    """A response as it was really sent, with values made up for its params and its content."""

    status: int
    phrase: str
    fields: tuple[FieldShown, ...]
    text: str | None
    """The content; None where it is not UTF-8."""
    base64: str | None
    """The content, where it is not UTF-8."""
    octets: int
    """The length of the content."""
    source: str
    """Where the content comes from, in words."""


class AttributeShown(Document, frozen=True):
    """An attribute of a cookie and its effect."""

    attribute: str
    """As it is written; only the name of one that is left out."""
    written: bool
    effect: str


class CookieShown(Document, frozen=True):
    """A cookie of a response."""

    name: str
    param: str
    """The param that gives its value; empty where the value is fixed."""
    attributes: tuple[AttributeShown, ...]


class ExampleShown(Document, frozen=True):
    """A declared example of the content."""

    name: str
    description: str
    content: str


class AcceptedShown(Document, frozen=True):
    """A finding that the declaration accepts."""

    code: str
    because: str


class ResponseShown(Document, frozen=True):
    """One response that the project declares."""

    key: str
    """`module:name`, with a number behind it where that occurs again; the same from run to run."""
    name: str
    place: str
    """file:line, from the folder that the command ran in; empty where it is not known."""
    whole: bool
    """False for a part, such as a cookie, which is shown in an empty response."""
    status: int
    description: str
    wire: WireShown | None
    gap: str
    """Why there is no wire form."""
    signature: str
    """How the response is called; empty where it is refused."""
    cookies: tuple[CookieShown, ...]
    findings: tuple[FindingDocument, ...]
    accepted: tuple[AcceptedShown, ...]
    examples: tuple[ExampleShown, ...]
    openapi: dict[str, Any] | None
    """A Components Object (OpenAPI 3.1) of this response alone."""
    openapi_gap: str
    """Why there is none."""


class ModuleShown(Document, frozen=True):
    """A module of the project and its responses, in the order of their places."""

    name: str
    """Its dotted name, or its file where it has none."""
    file: str
    responses: tuple[ResponseShown, ...]


class LineShown(Document, frozen=True):
    """A line of a comparison."""

    kind: Literal["same", "added", "removed"]
    text: str


class ChangeShown(Document, frozen=True):
    """A response that is not as it was: added, removed, or sent otherwise."""

    kind: Literal["added", "removed", "changed"]
    key: str
    name: str
    lines: tuple[LineShown, ...]
    """Its signature and its wire form, line by line."""


class ChangesShown(Document, frozen=True):
    """The differences from an earlier run."""

    against: str
    """Which run, in words."""
    responses: tuple[ChangeShown, ...]


class ProjectShown(Document, frozen=True):
    """The output of `antiphon preview --format json`."""

    version: Literal[1] = 1
    """The version of this form."""
    title: str
    """The targets, as they were named."""
    modules: tuple[ModuleShown, ...]
    findings: tuple[FindingDocument, ...]
    """Those that belong to no response, such as what a module raises."""
    ignored: int
    """How many findings the project's configuration leaves out."""
    stopped: tuple[str, ...]
    """The modules that raised while they were imported; the rest of each was not seen."""
    not_run: tuple[NotRunDocument, ...]
    """The targets and modules that could not be reached."""
    changes: ChangesShown | None
    """The differences from an earlier run; None where there is none to compare with."""

    @property
    def responses(self) -> tuple[ResponseShown, ...]:
        """All responses, module by module."""
        return tuple(response for module in self.modules for response in module.responses)

    @property
    def is_whole(self) -> bool:
        """Whether everything was read that the targets name."""
        return not self.stopped and not self.not_run

    @property
    def has_errors(self) -> bool:
        """Whether there is a finding of level error."""
        found = [*self.findings, *(finding for response in self.responses for finding in response.findings)]
        return any(finding.level == "error" for finding in found)

"""A report as a JSON document: what `--format json` writes, and the schema `check-report` describes."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import field_validator

from antiphon.cli.collecting.report import Found, Report
from antiphon.diagnostics.diagnostic import Level
from antiphon.diagnostics.pages import page_url
from antiphon.spec.model import Model


class Document(Model, frozen=True):
    """A part of the report. Octets of a file name that are not UTF-8 are escaped: JSON cannot hold them."""

    @field_validator("*", mode="before")
    @classmethod
    def _writable(cls, value: Any) -> Any:
        # Such octets are lone surrogates in Python. A list is what JSON has for a tuple.
        if isinstance(value, tuple | list):
            return tuple(map(cls._writable, value))
        if isinstance(value, dict):
            return {cls._writable(key): cls._writable(one) for key, one in value.items()}
        return value.encode(errors="backslashreplace").decode() if isinstance(value, str) else value


class PlaceDocument(Document, frozen=True):
    """A place in a file. Lines and columns are counted from 1, columns in characters; ends are exclusive."""

    file: str
    line: int
    column: int
    end_line: int | None
    end_column: int | None


class FindingDocument(Document, frozen=True):
    """One finding, and the responses that it was found in."""

    code: str
    """The rule's code, such as `CK052`."""
    slug: str
    """The rule's name."""
    level: Level
    """The level in the profile that was asked for."""
    path: str
    """Which part of the response is meant; empty for all of it."""
    message: str
    """The fault, without the values of cookies."""
    help: str
    """How to fix it."""
    citation: str
    """Who says so."""
    url: str
    """The page of the rule."""
    position: PlaceDocument | None
    """The user's own line, or the line of the input."""
    responses: tuple[str, ...]
    """The names of the responses that share the finding."""
    host: str | None
    """The host that a captured response came from."""


class SummaryDocument(Document, frozen=True):
    """The counts."""

    responses: int
    """How many responses were judged."""
    parts: int
    """How many parts of responses were judged by themselves."""
    errors: int
    warnings: int
    info: int
    skipped: int
    """How many requests and entries of the inputs have no response that can be judged."""
    ignored: int
    """How many findings the project's configuration, the command line and comments leave out."""


class NoteDocument(Document, frozen=True):
    """A part of an input that was left out or read differently."""

    what: str
    where: str
    """The first place."""
    count: int
    """How often."""


class NotRunDocument(Document, frozen=True):
    """A target or an input that could not be reached or read."""

    what: str
    where: str
    help: str


class ReportDocument(Document, frozen=True):
    """The output of `antiphon check --format json` and `antiphon lint --format json`."""

    version: Literal[1] = 1
    """The version of this form."""
    findings: tuple[FindingDocument, ...]
    """In the order of their places."""
    summary: SummaryDocument
    stopped: tuple[str, ...]
    """The modules that raised while they were imported; the rest of each was not judged."""
    notes: tuple[NoteDocument, ...]
    not_run: tuple[NotRunDocument, ...]


def document(report: Report) -> ReportDocument:
    """The report with everything that it holds."""
    levels = [diagnostic.level for diagnostic in report.diagnostics]
    return ReportDocument(
        findings=tuple(finding_document(found) for found in report.findings),
        summary=SummaryDocument(
            responses=report.responses,
            parts=report.parts,
            errors=levels.count("error"),
            warnings=levels.count("warning"),
            info=levels.count("info"),
            skipped=report.skipped,
            ignored=report.ignored + report.ignored_here + report.ignored_there,
        ),
        stopped=report.stopped,
        notes=tuple(NoteDocument(what=note.what, where=note.where, count=note.count) for note in report.notes),
        not_run=tuple(NotRunDocument(what=e.what, where=e.where, help=e.help) for e in report.not_run),
    )


def finding_document(found: Found) -> FindingDocument:
    """One finding with everything that it holds."""
    one, where = found.diagnostic, found.diagnostic.position
    place = None
    if where is not None:
        place = PlaceDocument(
            file=where.file, line=where.line, column=where.column, end_line=where.end_line, end_column=where.end_column
        )
    return FindingDocument(
        code=one.code,
        slug=one.slug,
        level=one.level,
        path=one.path,
        message=one.message,
        help=one.help,
        citation=one.citation,
        url=page_url(one.code),
        position=place,
        responses=found.responses,
        host=found.host,
    )

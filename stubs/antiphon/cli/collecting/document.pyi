# Written by `nox -s generate` from src; do not edit.
"""A report as a JSON document: what `--format json` writes, and the schema `check-report` describes."""

from typing import Literal

from antiphon.cli.collecting.report import Report
from antiphon.diagnostics.diagnostic import Level
from antiphon.spec.model import Model

class Document(Model, frozen=True):
    """A part of the report. Octets of a file name that are no UTF-8 are escaped: JSON cannot hold them."""

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
    """What is wrong, without the values of cookies."""
    help: str
    """What to write instead."""
    citation: str
    """Who says so."""
    position: PlaceDocument | None
    """The user's own line, or the line of the input."""
    responses: tuple[str, ...]
    """The names of the responses that share the finding."""

class SummaryDocument(Document, frozen=True):
    """The counts."""

    responses: int
    """How many responses were judged."""
    parts: int
    """How many parts of responses were judged by themselves."""
    errors: int
    warnings: int
    info: int
    ignored: int
    """How many findings the project's configuration leaves out."""

class NotRunDocument(Document, frozen=True):
    """What could not be reached or read."""

    what: str
    where: str
    help: str

class ReportDocument(Document, frozen=True):
    """What `antiphon check --format json` and `antiphon lint --format json` write."""

    version: Literal[1] = 1
    """The version of this form."""
    findings: tuple[FindingDocument, ...]
    """In the order of their places."""
    summary: SummaryDocument
    stopped: tuple[str, ...]
    """The modules that raised while they were imported, so that what stands below in them was not judged."""
    not_run: tuple[NotRunDocument, ...]

def document(report: Report) -> ReportDocument:
    """The report with everything that it holds."""

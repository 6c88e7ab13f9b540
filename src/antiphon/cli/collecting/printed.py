"""A report as a command prints it."""

from __future__ import annotations

import importlib
from typing import NamedTuple

from antiphon.cli import formats
from antiphon.cli.collecting.report import Report, without_closing


class Printed(NamedTuple):
    """The report in its format, for standard output, and what is said beside it, for standard error."""

    out: str
    err: str


def printed(judged: Report, form: str, *, quiet: bool, colour: bool, error_colour: bool) -> Printed:
    """The report in the format of that name; a quiet one without notes and without its closing line."""
    written = importlib.import_module(f"{formats.__name__}.{form}")
    out = written.write(judged, colour=colour)
    beside = [error.text(colour=error_colour) for error in judged.not_run]
    if quiet:
        return Printed(without_closing(out, judged), "".join(beside))
    beside += [f"{note}\n" for note in judged.notes]
    if not written.CLOSING:
        beside.append(f"{judged.closing()}\n")
    return Printed(out, "".join(beside))

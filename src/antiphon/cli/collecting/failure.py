"""An exception that a module raised while it was imported, as findings at the user's own line."""

from __future__ import annotations

import contextlib
import dataclasses
import linecache
import warnings
from collections.abc import Container, Iterator
from types import TracebackType
from typing import TYPE_CHECKING

from antiphon.builder.absent import AbsentStepError
from antiphon.cli.collecting.misused import misused
from antiphon.cli.collecting.own_code import is_own
from antiphon.diagnostics.call_site import CallSite, Position
from antiphon.diagnostics.close_to import close_to
from antiphon.diagnostics.diagnostic import Diagnostic
from antiphon.diagnostics.refusal import Refusal
from antiphon.diagnostics.refusals import ABSENT_STEP, FIELD_VALUE, RAISED, WRONG_TYPE
from antiphon.errors import ParamError, SpecError
from antiphon.headers.field import FieldError

if TYPE_CHECKING:
    from pydantic import ValidationError

_REST = "the lines below it in the module were not judged"


def failure(error: BaseException, module: str, targets: Container[str]) -> tuple[Diagnostic, ...]:
    """An exception as a diagnostic at the innermost line of the user's own code; never shows a frame of antiphon's.

    `targets` are files that are the user's own wherever they are.
    """
    where = _position(error, targets)
    if isinstance(error, SpecError):
        return tuple(_placed(diagnostic, where) for diagnostic in error.diagnostics)
    what, advice, citation, reason = _account(error)
    path = module if where is None else ""
    return (reason.found(what, path=path, position=where, help=advice, citation=citation),)


def _placed(diagnostic: Diagnostic, where: Position | None) -> Diagnostic:
    """The finding itself where it knows its place in the user's code, else the same at the line that raised."""
    if diagnostic.position is not None and is_own(diagnostic.position.file):
        return diagnostic
    return dataclasses.replace(diagnostic, position=where or diagnostic.position)


def _position(error: BaseException, targets: Container[str]) -> Position | None:
    if isinstance(error, SyntaxError) and error.filename and is_own(error.filename, targets):
        return _syntax_position(error, error.filename)
    own = [call_site for call_site in _call_sites(error.__traceback__) if is_own(call_site.code.co_filename, targets)]
    return own[-1].position() if own else None


def _syntax_position(error: SyntaxError, file: str) -> Position:
    """Where the parser stopped. Before Python 3.13 it counts octets where it reads a file, but characters in text."""
    with warnings.catch_warnings(), contextlib.suppress(ValueError, RecursionError, MemoryError):
        warnings.simplefilter("ignore")
        try:
            compile("".join(linecache.getlines(file)), file, "exec", dont_inherit=True)
        except SyntaxError as again:
            error = again
    line, column, end = error.lineno or 1, max(error.offset or 1, 1), error.end_offset or 0
    return Position(file, line, column, line, end if error.end_lineno == line and end > column else column + 1)


def _call_sites(traceback: TracebackType | None) -> Iterator[CallSite]:
    while traceback is not None:
        yield CallSite(traceback.tb_frame.f_code, traceback.tb_lasti, traceback.tb_lineno)
        traceback = traceback.tb_next


def _account(error: BaseException) -> tuple[str, str, str, Refusal]:
    """The message, help and citation of an exception, and the page that it belongs to."""
    from pydantic import ValidationError

    if isinstance(error, ParamError):
        what = f"{error.parameter}: {error.what}" if error.parameter else error.what
        return what, error.help, error.cite, FIELD_VALUE if isinstance(error, FieldError) else RAISED
    if isinstance(error, ValidationError):
        return _invalid(error), "give values of the declared types", "the model's own declaration", RAISED
    if isinstance(error, SystemExit):
        what = f"the module ends the process: SystemExit({error.code!r})"
        advice = 'keep what a script does behind `if __name__ == "__main__":`, which is false here'
        return what, f"{advice}; {_REST}", "", RAISED
    if isinstance(error, SyntaxError):
        advice = "mend the syntax; nothing in the file was judged"
        return _first_line(error), advice, "the Python language reference", RAISED
    if isinstance(error, ImportError):
        advice = "mend the import, or install what it needs where antiphon runs"
        return _first_line(error), f"{advice}; {_REST}", "", RAISED
    return _misused(error) or (_first_line(error), f"mend this line; {_REST}", "", RAISED)


def _first_line(error: BaseException) -> str:
    try:
        text = error.msg if isinstance(error, SyntaxError) else str(error)
    except Exception:  # noqa: BLE001 - an exception of the user's whose own text raises still has a name
        text = ""
    lines = text.strip().splitlines()
    name = type(error).__name__
    return f"{name}: {lines[0][:300]}" if lines else name


def _invalid(error: ValidationError) -> str:
    """The errors of a pydantic model, without the values."""
    parts = []
    for one in error.errors(include_url=False, include_input=False, include_context=False):
        where = ".".join(str(part) for part in one["loc"])
        parts.append(f"{where}: {one['msg']}" if where else one["msg"])
    return f"{error.title}: {'; '.join(parts)}"


def _misused(error: BaseException) -> tuple[str, str, str, Refusal] | None:
    """The account of a step that a draft does not have, or of a keyword that antiphon's function does not take."""
    if isinstance(error, AbsentStepError):
        return _absent(error)
    told = misused(error) if isinstance(error, TypeError) else None
    return None if told is None else (*told, "", WRONG_TYPE)


def _absent(error: AbsentStepError) -> tuple[str, str, str, Refusal]:
    """The account of a step that a state of a draft does not have: the reason, or the step that looks like it."""
    from antiphon import builder

    state = getattr(builder, error.state)
    steps = (step for step in dir(state) if not step.startswith("_"))
    about = f"{state.__name__}: {' '.join((state.__doc__ or '').split())}"
    advice = error.reason or close_to(error.step, steps) or about
    return f"{error.state} has no step `{error.step}`", advice, "", ABSENT_STEP

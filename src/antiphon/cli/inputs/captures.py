"""Inputs, read and judged."""

from __future__ import annotations

import dataclasses
import linecache
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from antiphon.captures.error import WireError
from antiphon.captures.exchange import Exchange, Transcript, Unseen
from antiphon.captures.formats import read
from antiphon.captures.judged import judge
from antiphon.cli.collecting.ignore import Ignore
from antiphon.cli.collecting.report import Found, Noted, Report
from antiphon.cli.collecting.settings import Settings
from antiphon.cli.inputs.ignoring import divided
from antiphon.cli.terminal.cannot_run import CannotRun
from antiphon.diagnostics.call_site import Position
from antiphon.diagnostics.diagnostic import Diagnostic
from antiphon.http.status import phrase

#: The name of standard input in positions.
STANDARD_INPUT = "<stdin>"


def judged_inputs(
    names: Sequence[str],
    *,
    form: str | None,
    url: str | None,
    method: str | None,
    settings: Settings,
    ignores: Sequence[Ignore] = (),
    each: bool = True,
) -> Report:
    """The report of all inputs. What cannot be read does not keep the others from being judged.

    `url` and `method` are for responses without a request. `ignores` come from the command line and are
    beside those of the settings; `each` asks for every single finding in text output.
    """
    not_run: list[CannotRun] = []
    found: list[Found] = []
    notes: list[Noted] = []
    responses = skipped = 0
    for name in dict.fromkeys(names):
        try:
            transcript = _transcript(name, form)
            told = [_told(exchange, url, method, name) for exchange in transcript.exchanges]
            judged = [(exchange, judge(exchange, profile=settings.profile)) for exchange in told]
        except WireError as error:
            where = f"{_shown(name)}:{error.line}" if error.line else _shown(name)
            not_run.append(CannotRun(error.what, where=where, help=error.help))
            continue
        except CannotRun as error:
            not_run.append(error)
            continue
        responses += len(judged)
        skipped += transcript.skipped
        notes += [Noted(note.what, f"{_shown(name)}:{note.line}", note.count) for note in transcript.notes]
        here = [
            Found(one, (_name(exchange),), _host(exchange)) for exchange, diagnostics in judged for one in diagnostics
        ]
        _keep_for_excerpts(_shown(name), transcript, here)
        found += here
    wanted = [one for one in found if settings.reports(one.diagnostic)]
    kept, ignored, unused = divided(wanted, [*ignores, *settings.ignored_in_captures])
    by_option = ignored.pop("--ignore", 0)
    order = {_shown(name): number for number, name in enumerate(dict.fromkeys(names))}
    return Report(
        findings=tuple(sorted(kept, key=lambda one: _place(one.diagnostic, order))),
        responses=responses,
        skipped=skipped,
        ignored=len(found) - len(kept) - by_option,
        ignored_here=by_option,
        notes=(*notes, *unused),
        not_run=tuple(not_run),
        source="FILE",
        grouped=not each,
    )


def _transcript(name: str, form: str | None) -> Transcript:
    try:
        octets = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except (OSError, ValueError) as error:  # ValueError: a name with NUL in it
        what = getattr(error, "strerror", None) or str(error)
        advice = "name a file; `-` is standard input"
        raise CannotRun(f"{name!r} cannot be read: {what}", where=f"FILE {name!r}", help=advice) from None
    return read(octets, file=_shown(name), form=form)


def _told(exchange: Exchange, url: str | None, method: str | None, name: str) -> Exchange:
    """The response with what the command line knows of it. A file may have been edited, a pipe has not."""
    edited: frozenset[Unseen] = frozenset() if name == "-" else frozenset({"octets"})
    return dataclasses.replace(
        exchange, url=exchange.url or url, method=exchange.method or method, unseen=exchange.unseen | edited
    )


def _shown(name: str) -> str:
    return STANDARD_INPUT if name == "-" else name


def _name(exchange: Exchange) -> str:
    """A name for a response that has none: its request, or its status."""
    if exchange.url:
        return f"{exchange.method or 'GET'} {exchange.url}"
    return f"{exchange.status} {phrase(exchange.status)}".rstrip()


def _host(exchange: Exchange) -> str | None:
    """The host, without its port. The URL is one that was read: the response has been judged on its site."""
    return urlsplit(exchange.url).hostname if exchange.url else None


def _keep_for_excerpts(name: str, transcript: Transcript, found: Sequence[Found]) -> None:
    """Let the lines be found that text output underlines, as they may be shown."""
    wanted = {one.diagnostic.position.line for one in found if one.diagnostic.position}
    lines = [""] * max(wanted, default=0)
    for number in wanted & transcript.shown.keys():
        lines[number - 1] = f"{transcript.shown[number]}\n"
    linecache.cache[name] = (sum(map(len, lines)), None, lines, name)


def _place(diagnostic: Diagnostic, order: Mapping[str, int]) -> tuple[int, int, int, str]:
    where = diagnostic.position or Position("", 0, 0)
    return order.get(where.file, 0), where.line, where.column, diagnostic.code

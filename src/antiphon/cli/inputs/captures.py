"""Inputs, read and judged."""

from __future__ import annotations

import contextlib
import linecache
import sys
from collections.abc import Callable, Generator, Mapping, Sequence
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from antiphon.captures.error import WireError
from antiphon.captures.exchange import Exchange, Unseen
from antiphon.captures.formats import read_parts
from antiphon.captures.judged import judge, missed
from antiphon.captures.transcript import Transcript
from antiphon.cli.collecting.ignore import Ignore
from antiphon.cli.collecting.nowhere import files_like
from antiphon.cli.collecting.report import Found, Noted, Report
from antiphon.cli.collecting.settings import Settings
from antiphon.cli.inputs.ignoring import divided
from antiphon.cli.terminal.cannot_run import CannotRun, Interrupted
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
    tell: Callable[[str], None] = lambda _: None,
) -> Report:
    """The report of all inputs. What cannot be read does not keep the others from being judged.

    `url` and `method` are for responses without a request. `ignores` come from the command line and are
    beside those of the settings; `each` asks for every single finding in text output. `tell` is called with the
    progress. An interrupt ends the reading: the report has what was found until then.
    """
    read = _Reading(form, url, method, settings, tell)
    for name in dict.fromkeys(names):
        if not read.judge(name):
            break
    found = read.found
    wanted = [one for one in found if settings.reports(one.diagnostic)]
    kept, ignored, unused = divided(wanted, [*ignores, *settings.ignored_in_captures])
    by_option = ignored.pop("--ignore", 0)
    order = {_shown(name): number for number, name in enumerate(dict.fromkeys(names))}
    return Report(
        findings=tuple(sorted(kept, key=lambda one: _place(one.diagnostic, order))),
        responses=read.responses,
        skipped=read.skipped,
        ignored=len(found) - len(kept) - by_option,
        ignored_here=by_option,
        notes=(*read.notes, *unused),
        unused=frozenset(unused),
        not_run=tuple(read.not_run),
        source="FILE",
        grouped=not each,
        missed=read.missed,
    )


#: Of one rule, level and input, so many findings are kept; the others are counted.
MOST: Final = 10_000


class _Reading:
    """The inputs as far as they were read."""

    def __init__(
        self,
        form: str | None,
        url: str | None,
        method: str | None,
        settings: Settings,
        tell: Callable[[str], None],
    ) -> None:
        self.not_run: list[CannotRun] = []
        self.found: list[Found] = []
        self.notes: list[Noted] = []
        self.responses = self.skipped = 0
        self.missed: frozenset[str] = frozenset()
        self._form, self._url, self._method, self._settings, self._tell = form, url, method, settings, tell

    def judge(self, name: str) -> bool:
        """Read and judge an input. False where the user interrupts it."""
        shown = _shown(name)
        lines: dict[int, str] = {}
        counts: dict[tuple[str, str], int] = {}
        try:
            with _opened(name) as read_octets:
                for transcript in read_parts(read_octets, file=shown, form=self._form):
                    self._part(name, transcript, lines, counts)
        except WireError as error:
            where = f"{shown}:{error.line}" if error.line else shown
            self.not_run.append(CannotRun(error.what, where=where, help=error.help))
        except CannotRun as error:
            self.not_run.append(error)
        except KeyboardInterrupt:
            what = f"interrupted: {self.responses} responses were judged"
            self.not_run.append(Interrupted(what, where=shown, help="the findings are those of the responses before"))
            return False
        finally:
            linecache.cache[shown] = (0, None, _Lines(lines), shown)  # type: ignore[assignment]  # a list would hold every line
            for (level, code), count in counts.items():
                if count > MOST:
                    what = f"{count - MOST} more findings of {code} ({level}) are counted, and not shown"
                    self.notes.append(Noted(what, shown))
        return True

    def _part(
        self, name: str, transcript: Transcript, lines: dict[int, str], counts: dict[tuple[str, str], int]
    ) -> None:
        shown = _shown(name)
        self.skipped += transcript.skipped
        self.notes += [Noted(note.what, f"{shown}:{note.line}", note.count) for note in transcript.notes]
        for exchange in transcript.exchanges:
            told = _told(exchange, self._url, self._method, name)
            for one in judge(told, profile=self._settings.profile):
                key = one.level, one.code
                counts[key] = counts.get(key, 0) + 1
                if counts[key] > MOST:
                    continue
                self.found.append(Found(one, (_name(told),), _host(told)))
                if one.position and one.position.line in transcript.shown:
                    lines[one.position.line] = f"{transcript.shown[one.position.line]}\n"
            self.missed |= missed(told)
            self.responses += 1
            self._tell(f"{shown}: {self.responses} responses judged")


class _Lines:
    """The lines that may be shown, as `linecache` asks for lines; the others are empty."""

    def __init__(self, lines: dict[int, str]) -> None:
        self._lines = lines

    def __len__(self) -> int:
        return max(self._lines, default=0)

    def __getitem__(self, index: int) -> str:
        return self._lines.get(index + 1, "")


@contextlib.contextmanager
def _opened(name: str) -> Generator[Callable[[int], bytes]]:
    """The function that reads an input on. Raises CannotRun, then and whenever it cannot be read."""

    def told(error: Exception) -> CannotRun:
        what = getattr(error, "strerror", None) or str(error)
        like = files_like(Path(name)) if isinstance(error, FileNotFoundError) else ""
        advice = like or "name a file; `-` is standard input"
        return CannotRun(f"{name!r} cannot be read: {what}", where=f"FILE {name!r}", help=advice)

    try:
        file = sys.stdin.buffer if name == "-" else Path(name).open("rb")  # noqa: SIM115 - closed below
    except (OSError, ValueError) as error:  # ValueError: a name with NUL in it
        raise told(error) from None

    def read_octets(count: int) -> bytes:
        try:
            return file.read(count)
        except (OSError, ValueError) as error:
            raise told(error) from None

    try:
        yield read_octets
    finally:
        if name != "-":
            file.close()


def _told(exchange: Exchange, url: str | None, method: str | None, name: str) -> Exchange:
    """The response with what the command line knows of it. A file may have been edited, a pipe has not."""
    edited: frozenset[Unseen] = frozenset() if name == "-" else frozenset({"octets"})
    return exchange._replace(url=exchange.url or url, method=exchange.method or method, unseen=exchange.unseen | edited)


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


def _place(diagnostic: Diagnostic, order: Mapping[str, int]) -> tuple[int, int, int, str]:
    where = diagnostic.position or Position("", 0, 0)
    return order.get(where.file, 0), where.line, where.column, diagnostic.code

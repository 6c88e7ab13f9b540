"""The result of a run of `antiphon check`."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from antiphon.cli.collecting.collection import Collection
from antiphon.cli.collecting.home import relative
from antiphon.cli.collecting.judged import Judgement
from antiphon.cli.collecting.settings import Settings
from antiphon.cli.terminal.cannot_run import CannotRun, Interrupted
from antiphon.cli.terminal.words import counted
from antiphon.diagnostics.call_site import Position
from antiphon.diagnostics.diagnostic import Diagnostic, summary
from antiphon.rules.missed import missed_rules
from antiphon.rules.registry import rule_of

#: The words for a source that could not be judged: a file may be there, and not be what it should.
_NOT: Final[Mapping[str, str]] = {"TARGET": "reached", "FILE": "read"}


@dataclasses.dataclass(frozen=True)
class Found:
    """A finding, and the names of the responses that it was found in.

    They are several where they share a declaration: a fragment, a loop. `host` is the one that a captured response came
    from, where that is known.
    """

    diagnostic: Diagnostic
    responses: tuple[str, ...] = ()
    host: str | None = None


@dataclasses.dataclass(frozen=True)
class Noted:
    """A part of an input that was left out or read differently, the first place, and how often."""

    what: str
    where: str
    count: int = 1

    def __str__(self) -> str:
        return f"note: {self.what}{f' ({self.count} times)' if self.count > 1 else ''}\n --> {self.where}"


@dataclasses.dataclass(frozen=True)
class Report:
    """The findings in order of their places, and how many responses were judged to find them.

    `parts` counts what is only a part of a response, such as a cookie; `ignored` the findings that the project ignores,
    `ignored_here` those that the command line ignores, `ignored_there` those that a comment does. `grouped` asks for
    text output by rule and host. `skipped` counts what an input holds beside responses that can be judged, and `notes`
    say why; `unused` are those of the notes that are about an `ignore` which ignores nothing. `source` is the word for
    what could not be reached, and `missed` has the codes of rules that need an extra to look at what was judged.
    Nothing is said about calls: a declaration without a finding can still be called with values that it refuses.
    """

    findings: tuple[Found, ...]
    responses: int
    parts: int = 0
    skipped: int = 0
    ignored: int = 0
    ignored_here: int = 0
    ignored_there: int = 0
    notes: tuple[Noted, ...] = ()
    unused: frozenset[Noted] = frozenset()
    stopped: tuple[str, ...] = ()
    not_run: tuple[CannotRun, ...] = ()
    source: str = "TARGET"
    grouped: bool = False
    missed: frozenset[str] = frozenset()

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """The findings alone."""
        return tuple(found.diagnostic for found in self.findings)

    @property
    def interrupted(self) -> bool:
        """Whether the user has ended the run before all was judged."""
        return any(isinstance(one, Interrupted) for one in self.not_run)

    @property
    def exit_code(self) -> int:
        """0 is clean, 1 has errors or warnings, 2 could not reach every target, 130 was interrupted."""
        if self.interrupted:
            return 128 + 2
        if self.not_run:
            return 2
        return int(any(diagnostic.level != "info" for diagnostic in self.diagnostics))

    def without_declarations(self, targets: Sequence[str]) -> Report:
        """The same report as a failure, for a project that demands declarations."""
        error = CannotRun(
            f"no response is declared in {', '.join(targets)}",
            where="--require-declarations",
            help="name the modules that declare responses; see the targets of [tool.antiphon]",
        )
        return dataclasses.replace(self, not_run=(*self.not_run, error))

    def beside(self, other: Report) -> Report:
        """This report and another one of the same run. An `ignore` is unused where neither has a finding for it."""
        used = self.unused ^ other.unused
        return dataclasses.replace(
            self,
            findings=(*self.findings, *other.findings),
            responses=self.responses + other.responses,
            parts=self.parts + other.parts,
            skipped=self.skipped + other.skipped,
            ignored=self.ignored + other.ignored,
            ignored_here=self.ignored_here + other.ignored_here,
            ignored_there=self.ignored_there + other.ignored_there,
            notes=tuple(note for note in dict.fromkeys((*self.notes, *other.notes)) if note not in used),
            unused=self.unused & other.unused,
            not_run=(*self.not_run, *other.not_run),
            grouped=self.grouped or other.grouped,
            missed=self.missed | other.missed,
        )

    def closing(self) -> str:
        """One line: how many findings, in how many responses, and what was left out."""
        judged = counted(self.responses, "response")
        if self.parts:
            judged = f"{f'{judged} and ' if self.responses else ''}{counted(self.parts, 'part')} of responses"
        nothing = not self.responses and not self.parts
        if self.findings and nothing:
            told = [f"{summary(self.diagnostics)}; {judged} judged"]
        elif self.findings:
            told = [f"{summary(self.diagnostics)} in {judged}"]
        elif nothing:
            told = [f"{judged} judged{'' if self.not_run else ': none is declared there'}"]
        else:
            told = [f"{judged} judged: no findings"]
        return "; ".join([*told, *self._left_out()])

    def _left_out(self) -> list[str]:
        """The words for responses that were not judged and findings that were not reported."""
        told = []
        if self.skipped:
            told.append(f"{self.skipped} skipped")
        if self.ignored:
            told.append(f"{counted(self.ignored, 'finding')} ignored by the configuration")
        if self.ignored_here:
            told.append(f"{counted(self.ignored_here, 'finding')} ignored by --ignore")
        if self.ignored_there:
            told.append(f"{counted(self.ignored_there, 'finding')} ignored by comments")
        missed = filter(None, map(rule_of, sorted(self.missed)))
        told += [f"{rule.code} did not run: install antiphon[{rule.needs}]" for rule in missed]
        if self.stopped:
            told.append(f"not judged to the end: {', '.join(self.stopped)}")
        if self.not_run:
            told.append(f"{counted(len(self.not_run), self.source)} could not be {_NOT[self.source]}")
        return told


def report(collection: Collection, settings: Settings | None = None) -> Report:
    """The report of what was collected, with paths relative to the current folder.

    Levels are those of the project's profile; warnings and advice that it does not want are only counted.
    """
    settings = settings or Settings()
    found: dict[object, Found] = {}
    for judgement in collection.judgements:
        distinct = {_key(diagnostic): diagnostic for diagnostic in settings.weighed(judgement.diagnostics)}
        for key, diagnostic in distinct.items():
            known = found.get(key, Found(diagnostic))
            found[key] = Found(known.diagnostic, (*known.responses, _name(judgement)))
    for diagnostic in settings.weighed(collection.failures):
        found.setdefault(_key(diagnostic), Found(diagnostic))
    kept, left_out = list[Found](), list[Found]()
    for one in found.values():
        (kept if settings.reports(one.diagnostic) else left_out).append(one)
    here = sum(one.diagnostic.code in settings.ignored_here for one in left_out)
    placed = [Found(_at_home(one.diagnostic, collection.home), one.responses) for one in kept]
    return Report(
        findings=tuple(sorted(placed, key=_place)),
        responses=sum(judgement.whole for judgement in collection.judgements),
        parts=sum(not judgement.whole for judgement in collection.judgements),
        ignored=len(left_out) - here,
        ignored_here=here,
        stopped=collection.stopped,
        not_run=collection.not_run,
        missed=frozenset().union(*(missed_rules(judgement.spec) for judgement in collection.judgements)),
    )


def _key(diagnostic: Diagnostic) -> object:
    """Equal for one mistake that several responses share, because they share the declaration that holds it."""
    where = diagnostic.position
    return (diagnostic.code, diagnostic.message, where) if where else diagnostic


def _name(judgement: Judgement) -> str:
    if judgement.name or judgement.call_site is None:
        return judgement.name
    return f"the response of line {judgement.call_site.line}"


def _at_home(diagnostic: Diagnostic, home: Path) -> Diagnostic:
    where = diagnostic.position
    return dataclasses.replace(diagnostic, position=relative(where, home)) if where else diagnostic


def _place(found: Found) -> tuple[str, int, int, str, str]:
    diagnostic = found.diagnostic
    where = diagnostic.position or Position("", 0, 0)
    return where.file, where.line, where.column, diagnostic.code, diagnostic.path


def without_closing(text: str, judged: Report) -> str:
    """A report without the line that closes it, for `--quiet`."""
    closing = f"{judged.closing()}\n"
    return text.removesuffix(closing).removesuffix("\n") if text.endswith(closing) else text

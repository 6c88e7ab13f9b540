"""Read one file of Python source, and judge the responses in it."""

from __future__ import annotations

import ast
import dataclasses
import functools
import re
import sys
from collections.abc import Iterable

from antiphon.diagnostics.diagnostic import Diagnostic
from antiphon.diagnostics.python_lines import python_lines
from antiphon.rules.profile import Profile
from antiphon.sources.frameworks import frameworks
from antiphon.sources.handed import handed_by
from antiphon.sources.handlers import handler_faults
from antiphon.sources.judge import judge, missed, position
from antiphon.sources.literals import Module
from antiphon.sources.reading import Reader
from antiphon.sources.scopes import Names
from antiphon.sources.tables import Framework


class UnreadableSourceError(ValueError):
    """A file is not Python as this interpreter reads it. `line` and `column` are where, counted from 1."""

    def __init__(self, what: str, line: int, column: int) -> None:
        self.line = line
        self.column = column
        super().__init__(what)


@dataclasses.dataclass(frozen=True, slots=True)
class Seen:
    """A finding, and the name of what it was found in: the call, and the function around it."""

    diagnostic: Diagnostic
    name: str


@dataclasses.dataclass(frozen=True, slots=True)
class Source:
    """The findings of one file in the order of their places, and how many responses and cookies are made there.

    `missed` has the codes of rules that need an extra to look at these.
    """

    found: tuple[Seen, ...]
    responses: int
    missed: frozenset[str] = frozenset()


_VERSION = f"{sys.version_info.major}.{sys.version_info.minor}"
_NOTHING = Source((), 0)


def judge_source(text: str, file: str, *, profile: Profile = "default") -> Source:
    """The findings in a module's source, which is not run. Raises UnreadableSourceError.

    Only what the source shows is judged: literals, constants of the same module, and names that its imports lead to.
    """
    used = [one for one in frameworks() if _imported(one.roots).search(text)]
    if not used:
        return _NOTHING
    try:
        tree = ast.parse(text)
    except SyntaxError as error:
        raise UnreadableSourceError(
            f"Python {_VERSION} does not read it: {error.msg}", error.lineno or 1, max(error.offset or 1, 1)
        ) from None
    except (ValueError, RecursionError, MemoryError) as error:
        what = f"Python {_VERSION} does not read it: {str(error) or type(error).__name__}"
        raise UnreadableSourceError(what, 1, 1) from None
    lines = tuple(python_lines(text))
    constants = {name: value for one in used for name, value in one.constants.items()}
    by_name = {word: name for one in used for word, name in one.handed_by_name.items()}
    by_base = {key: name for one in used for key, name in one.methods_of_self.items()}
    module = Module(tree, Names(tree), lines, file, constants, handed_by(used), by_name, by_base)
    units = Reader(module, _with_those_below(used)).units()
    found = {
        (diagnostic.code, diagnostic.message, diagnostic.position): Seen(diagnostic, unit.name)
        for unit in units
        for diagnostic in judge(unit, lines, file, profile=profile)
    }
    for fault, name in handler_faults(module, used):
        diagnostic = fault.refusal.found(fault.message, position=position(fault.node, lines, file))
        found[diagnostic.code, diagnostic.message, diagnostic.position] = Seen(diagnostic, name)
    unseen = frozenset[str]().union(*map(missed, units))
    return Source(tuple(sorted(found.values(), key=_place)), len(units), unseen)


def _with_those_below(used: Iterable[Framework]) -> list[Framework]:
    """The frameworks, and what their own names may mean: FastAPI hands out Starlette's responses."""
    names = {one.name for one in used}
    return [one for one in frameworks() if one.name in names or (one.name == "starlette" and "fastapi" in names)]


@functools.cache
def _imported(roots: tuple[str, ...]) -> re.Pattern[str]:
    """An import of a framework, in text that need not be parsed yet."""
    return re.compile(rf"^[ \t]*(?:from|import)[ \t].*\b(?:{'|'.join(roots)})\b", re.MULTILINE)


def _place(one: Seen) -> tuple[int, int, str]:
    where = one.diagnostic.position
    return (where.line, where.column, one.diagnostic.code) if where else (0, 0, one.diagnostic.code)

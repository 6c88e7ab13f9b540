"""Findings in captures that a project does not want to hear, errors among them: by rule, by host, or by both."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from antiphon.cli.collecting.chosen import NotChosenError, ignored_by_lint
from antiphon.cli.collecting.ignore import Ignore
from antiphon.cli.collecting.report import Found, Noted
from antiphon.cli.terminal.cannot_run import CannotRun

#: CODE, @HOST or both, a colon, and the reason.
_OPTION = re.compile(r"(?P<code>[\w-]*)(?:@(?P<host>[^\s:]+|\[[^\]\s]+\]))?:\s*(?P<because>\S.*)", re.DOTALL)
_FORM = '--ignore "CC012@cdn.example: the provider sets its own cookie"'


def from_options(texts: Sequence[str]) -> tuple[Ignore, ...]:
    """The values of `--ignore`. Raises CannotRun for one that names no rule, or gives no reason."""
    return tuple(map(_from_option, texts))


def _from_option(text: str) -> Ignore:
    match = _OPTION.fullmatch(text.strip())
    if match is None or not (match["code"] or match["host"]):
        what = f"--ignore {text!r} is not a rule or a host and the reason behind a colon"
        raise CannotRun(what, where="--ignore", help=f"write {_FORM}")
    code = None
    if match["code"]:
        try:
            code = ignored_by_lint(match["code"])
        except NotChosenError as error:
            raise CannotRun(str(error), where="--ignore", help=error.help) from None
    return Ignore(code, match["host"], match["because"].strip(), "--ignore")


def divided(found: Iterable[Found], ignores: Sequence[Ignore]) -> tuple[list[Found], dict[str, int], list[Noted]]:
    """The findings that are left, how many are ignored by whom, and a note for whatever ignores nothing."""
    kept: list[Found] = []
    counts = dict.fromkeys(ignores, 0)
    for one in found:
        file = one.diagnostic.position.file if one.diagnostic.position else None
        first = next((ignore for ignore in ignores if ignore.covers(one.diagnostic.code, one.host, file)), None)
        if first is None:
            kept.append(one)
        else:
            counts[first] += 1
    by: dict[str, int] = {}
    for ignore, count in counts.items():
        source = ignore.where.partition(":")[0]
        by[source] = by.get(source, 0) + count
    unused = [Noted(f"{ignore} is ignored, and was not found", ignore.where) for ignore, n in counts.items() if not n]
    return kept, by, unused

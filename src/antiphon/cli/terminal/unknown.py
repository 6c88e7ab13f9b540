"""Commands, options and values that the command line does not have, and those that look like them."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterable, Sequence
from typing import TypedDict

from antiphon.cli.terminal.cannot_run import CannotRun
from antiphon.diagnostics.close_to import close_to


class Choice(TypedDict):
    """The keywords of `add_argument` for it."""

    choices: Sequence[str]
    type: Callable[[str], str]


def unknown(kind: str, word: str, known: Iterable[str]) -> CannotRun:
    """The error for a word that is none of the known ones."""
    advice = close_to(word, known) or "`antiphon --help` lists the commands, `antiphon COMMAND --help` their options"
    return CannotRun(f"there is no {kind} {word}", where="the command line", help=advice)


def options(parser: argparse.ArgumentParser) -> set[str]:
    """The options of a command, as its help names them."""
    return set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", parser.format_help()))


def choice(choices: Sequence[str]) -> Choice:
    """The keywords of an argument that takes one of these; another value is told with those that look like it."""

    def known(text: str) -> str:
        if text not in choices:
            advice = close_to(text, choices) or f"choose from {', '.join(choices)}"
            raise argparse.ArgumentTypeError(f"{text!r} is not known; {advice}")
        return text

    return {"choices": choices, "type": known}

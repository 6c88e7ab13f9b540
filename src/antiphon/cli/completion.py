"""Write the completion of this command line for a shell, from the same tables that `--help` reads.

Commands, options, their values, files and the codes of rules are completed. It needs `antiphon[completion]`. In bash:
`eval "$(antiphon completion bash)"`; for zsh, write it to `_antiphon` in a folder of `$fpath`; for fish, to
`~/.config/fish/completions/antiphon.fish`. Codes are those of the day: write it again after an update.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping

from antiphon.cli.terminal.unknown import choice

#: The function that completes the last of several codes with commas between.
_BASH = """\
_antiphon_codes() {
  local before=""
  [[ "$1" == *,* ]] && before="${1%%,*},"
  compgen -P "$before" -W "%s" -- "${1##*,}"
}
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The shell."""
    shells = ("bash", "zsh", "fish", "tcsh")
    parser.add_argument("shell", **choice(shells), metavar="SHELL", help="bash, zsh, fish or tcsh")


def run(arguments: argparse.Namespace) -> int:
    """Write the script."""
    from antiphon.cli import parser
    from antiphon.cli.terminal.cannot_run import CannotRun
    from antiphon.rules.named import everything

    try:
        import shtab
    except ImportError:
        advice = "pip install antiphon[completion]"
        raise CannotRun("shtab is not installed", where="the command line", help=advice) from None
    codes = {one.code: one.slug for one in sorted(everything(), key=lambda one: one.code)}
    completed = {
        "TARGET": shtab.FILE, "FILE": shtab.FILE, "DIR": shtab.DIRECTORY,
        "CODE": _one_of(codes), "CODES": _some_of(codes),
    }  # fmt: skip
    whole = parser()
    for action in _actions(whole):
        if isinstance(action.metavar, str) and action.metavar in completed:
            action.complete = completed[action.metavar]  # type: ignore[attr-defined] # shtab reads it there
    preamble = _BASH % " ".join(codes) if arguments.shell == "bash" else ""
    print(shtab.complete(whole, arguments.shell, preamble=preamble))
    return 0


def _actions(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    """The arguments of a parser and of its commands."""
    for action in parser._actions:
        yield action
        if isinstance(action, argparse._SubParsersAction):
            for command in action.choices.values():
                yield from _actions(command)


def _one_of(codes: Mapping[str, str]) -> dict[str, str]:
    """How each shell completes a code; those that can show the rule's name."""
    described = " ".join(f"{code}\\:{slug}" for code, slug in codes.items())
    words = " ".join(codes)
    lines = "\\n".join(f"{code}\\t{slug}" for code, slug in codes.items())
    fish = f"(printf '{lines}\\n')"
    return {"bash": "_antiphon_codes", "zsh": f"(({described}))", "fish": fish, "tcsh": f"({words})"}


def _some_of(codes: Mapping[str, str]) -> dict[str, str]:
    """The same for codes with commas between."""
    words = " ".join(codes)
    return _one_of(codes) | {"zsh": f"_sequence compadd - {words}"}

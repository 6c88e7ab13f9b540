"""Write the completion of this command line for a shell, from the same tables that `--help` reads.

It needs `antiphon[completion]`. In bash: `eval "$(antiphon completion bash)"`; for zsh, write it to `_antiphon` in
a folder of `$fpath`.
"""

from __future__ import annotations

import argparse

from antiphon.cli.terminal.unknown import choice


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The shell."""
    parser.add_argument("shell", **choice(("bash", "zsh", "tcsh")), metavar="SHELL", help="bash, zsh or tcsh")


def run(arguments: argparse.Namespace) -> int:
    """Write the script."""
    from antiphon.cli import parser
    from antiphon.cli.terminal.cannot_run import CannotRun

    try:
        import shtab
    except ImportError:
        advice = "pip install antiphon[completion]"
        raise CannotRun("shtab is not installed", where="the command line", help=advice) from None
    print(shtab.complete(parser(), arguments.shell))
    return 0

"""The command line. A module here is a command; what commands share is in the folders beside them.

Commands import what they need when they run, so that `antiphon --help` is quick.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib
import io
import os
import pkgutil
import sys
from collections.abc import Callable, Sequence

from antiphon.cli.terminal.cannot_run import CannotRun
from antiphon.cli.terminal.escapes import escape_on
from antiphon.cli.terminal.unknown import options, unknown
from antiphon.cli.terminal.version import version
from antiphon.errors import PluginError

_EXIT_CODES = """\
exit codes:
  0  done; for `check` and `lint`: no finding of level error or warning
  1  for `check` and `lint`: findings of level error or warning; for `show`, `preview` and `build`: findings of level
     error; with --check: what was written before differs
  2  could not run: what was asked for does not exist, or cannot be read
  130  interrupted; `lint` tells what it has found until then
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command and give its exit code; nothing is raised, and the process is left running."""
    # A process that was started without them has None in their places.
    sys.stdout, sys.stderr = sys.stdout or io.StringIO(), sys.stderr or io.StringIO()
    escape_on(sys.stdout)
    escape_on(sys.stderr)
    try:
        code = _run(argv)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader has seen enough. What is left in the buffer must not fail again when the interpreter ends.
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 128 + 13  # as shells report a process that SIGPIPE ended
    except OSError as error:  # a full disk, a folder that may not be read
        CannotRun.by_system(error).show()
        return 2
    except KeyboardInterrupt:
        print("interrupted", file=sys.stderr)
        return 128 + 2
    return code


def _run(argv: Sequence[str] | None) -> int:
    words = sys.argv[1:] if argv is None else argv
    try:
        arguments = _parsed(words)
    except SystemExit as done:  # argparse has said what there is to say
        return done.code if isinstance(done.code, int) else 2
    except CannotRun as error:
        error.show()
        return 2
    command: Callable[[argparse.Namespace], int] = arguments.run
    try:
        return command(arguments)
    except CannotRun as error:
        error.show()
        return 2
    except PluginError as error:
        CannotRun.by_plugin(error).show()
        return 2


def _parsed(words: Sequence[str]) -> argparse.Namespace:
    """The arguments. Raises CannotRun for a command or an option that there is not, with those that look like it."""
    names = _names()
    if words and not words[0].startswith("-") and words[0] not in names:
        raise unknown("command", words[0], names)
    arguments, rest = parser(*words[:1]).parse_known_args(words)
    if rest:
        kind = "option" if rest[0].startswith("-") else "argument"
        raise unknown(kind, rest[0].partition("=")[0], options(arguments.command))
    return arguments


def _names() -> list[str]:
    return [module.name for module in pkgutil.iter_modules(__path__) if not module.ispkg]


def parser(asked: str = "") -> argparse.ArgumentParser:
    """The parser of the whole command line; with the name of a command, one that knows this command alone."""
    whole = argparse.ArgumentParser(
        prog="antiphon",
        description="Judge, show and explain HTTP responses that are declared with antiphon.",
        epilog=_EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    whole.add_argument("--version", action="version", version=f"antiphon {version()}")
    commands = whole.add_subparsers(title="commands", metavar="COMMAND", required=True)
    names = _names()
    for name in [asked] if asked in names else names:
        command = importlib.import_module(f"{__name__}.{name}")
        summary, _, description = (command.__doc__ or "").partition("\n\n")
        own = commands.add_parser(
            name,
            help=summary,
            description=f"{summary}\n\n{description}",
            epilog=_EXIT_CODES,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        command.add_arguments(own)
        own.set_defaults(run=command.run, command=own)
    return whole

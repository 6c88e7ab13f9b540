"""Judge the responses that modules declare.

Every module is imported, and every finding of all of them is reported in one run, even where a declaration raises.
Of the modules that a target imports, those that are not installed are judged as well. Without a TARGET, the `targets`
of [tool.antiphon] are judged, in the nearest pyproject.toml above; its `profile` sets the levels, and its `select` and
`ignore` say which warnings are reported. Arguments are not judged here: a compiled response checks them at every call.

Modules are imported in a child process, each within the time of --timeout. One that ends the process, hangs, or leaves
a thread running is reported with exit code 2, and the others are still judged. In a folder, installed and built files
(virtual environments, `build`, `dist`, `node_modules`), setup.py and noxfile.py are skipped, and so is everything that
--exclude and the key `exclude` of [tool.antiphon] name.
"""

from __future__ import annotations

import argparse
import contextlib

from antiphon.cli.terminal.selection import add_format, add_scope, add_selection, selected


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """TARGETs and the format."""
    parser.add_argument(
        "targets",
        nargs="*",
        metavar="TARGET",
        help="module, package (with all its modules), file.py, folder, or module:attribute",
    )
    add_scope(parser)
    add_selection(parser)
    parser.add_argument(
        "--ignore",
        action="append",
        default=[],
        metavar="CODE:REASON",
        help="leave out the warnings or the advice of a rule; may be given several times",
    )
    parser.add_argument(
        "--timeout",
        type=_seconds,
        default=30.0,
        metavar="SECONDS",
        help="how long the import of one module may take (default: 30)",
    )
    parser.add_argument(
        "--fix",
        action="store_true",
        help="make the edits that the help of a finding leaves no choice about, and show them as a diff",
    )
    parser.add_argument(
        "--require-declarations",
        action="store_true",
        help="exit with 2 where no response is declared at all, for CI",
    )
    add_format(parser)


def _seconds(text: str) -> float:
    with contextlib.suppress(ValueError):
        if 0 < (seconds := float(text)) < 1e6:
            return seconds
    raise argparse.ArgumentTypeError(f"{text!r} is not a number of seconds above 0")


def run(arguments: argparse.Namespace) -> int:
    """Judge and report."""
    import sys

    from antiphon.cli.isolated import running
    from antiphon.cli.isolated.request import Request
    from antiphon.cli.terminal.colour import colour_wanted

    request = Request(
        targets=tuple(arguments.targets),
        profile=arguments.profile,
        format=arguments.format,
        exclude=tuple(arguments.exclude),
        select=selected(arguments.select),
        ignore=tuple(arguments.ignore),
        config=arguments.config,
        quiet=arguments.quiet,
        require_declarations=arguments.require_declarations,
        timeout=arguments.timeout,
        colour=colour_wanted(sys.stdout),
        error_colour=colour_wanted(sys.stderr),
    )
    if arguments.fix:
        from antiphon.cli.isolated.fixing import fix_declared
        from antiphon.cli.terminal.written import show_difference

        diff = fix_declared(request, running.judged)
        show_difference(diff, sys.stdout if arguments.format == "text" else sys.stderr)
    outcome = running.judged(request)
    sys.stderr.write(outcome.err)
    sys.stdout.write(outcome.out)
    return outcome.code

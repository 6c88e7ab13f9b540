"""Judge responses of any service, from what tools wrote down, or from the Python source that makes them.

A FILE is the output of `curl -i`, requests and responses as `.http` text, or a HAR file as browsers export it; `-` is
standard input, and so is a pipe without any FILE. Findings name the line of the input and never show the values of
cookies.

A FILE whose name ends in `.py`, and every such file below a folder, is read as source, and not imported. Of what it
makes with Starlette, FastAPI, Flask, Django, Litestar or aiohttp, literals and constants of the same module are judged;
what is not certain is left alone. `# antiphon: ignore[CODE]` at a line accepts a finding there.

Of captures, text output shows the first finding of each rule, how many there are, and at which hosts. The `profile`,
`select` and `ignore` of [tool.antiphon] in the nearest pyproject.toml apply here too. The `ignore` of
[tool.antiphon.lint] can leave out errors as well.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING

from antiphon.captures.formats import NAMES
from antiphon.cli.terminal.selection import add_format, add_selection, selected
from antiphon.cli.terminal.unknown import choice

if TYPE_CHECKING:
    from antiphon.cli.collecting.ignore import Ignore
    from antiphon.cli.collecting.report import Report
    from antiphon.cli.collecting.settings import Settings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """FILEs, how they are read, and how findings are written."""
    parser.add_argument("files", nargs="*", metavar="FILE", help="an input, or - for standard input")
    parser.add_argument(
        "--as",
        **choice(sorted([*NAMES, "python"])),
        dest="form",
        help="the format of the input (default: what it looks like)",
    )
    parser.add_argument("--url", help="where the responses came from, if the input does not say")
    parser.add_argument("--method", help="the method of the requests, if the input does not say")
    add_selection(parser)
    parser.add_argument("--profile", **choice(("default", "strict")), help="which levels findings have")
    parser.add_argument(
        "--ignore",
        action="append",
        default=[],
        metavar="CODE[@HOST]:REASON",
        help="leave out what a rule finds, errors too, everywhere or at one host (`*.a.example`: all below it)",
    )
    parser.add_argument(
        "--exclude",
        action="append",
        default=[],
        metavar="PATTERN",
        help="leave sources below a folder alone: a name such as `tests`, or a path; may be given several times",
    )
    parser.add_argument(
        "--fix",
        action="store_true",
        help="in sources, make the edits that the help of a finding leaves no choice about, and show them as a diff",
    )
    parser.add_argument("--each", action="store_true", help="in text output, show every single finding")
    add_format(parser)


def run(arguments: argparse.Namespace) -> int:
    """Read, judge and report."""
    import sys

    from antiphon.cli.collecting.printed import printed
    from antiphon.cli.collecting.settings import settings_for
    from antiphon.cli.collecting.whole_plugins import check_plugins
    from antiphon.cli.inputs.ignoring import from_options
    from antiphon.cli.inputs.sources import is_source
    from antiphon.cli.terminal.colour import colour_wanted

    check_plugins()
    files = [_from_here(name) for name in arguments.files or _standard_input()]
    settings = settings_for(
        [name for name in files if name != "-"],
        profile=arguments.profile,
        select=selected(arguments.select),
        config=arguments.config,
    )
    ignores = from_options(arguments.ignore)
    sources = [name for name in files if is_source(name, arguments.form)]
    if arguments.fix:
        from antiphon.cli.inputs.fixing import fix_sources
        from antiphon.cli.terminal.written import show_difference

        for diff in fix_sources([name for name in sources if name != "-"], settings, arguments.exclude):
            show_difference(diff, sys.stdout if arguments.format == "text" else sys.stderr)
    captures = [name for name in files if name not in sources]
    judged = _judged(captures, sources, settings, ignores, arguments)
    out, err = printed(
        judged,
        arguments.format,
        quiet=arguments.quiet,
        colour=colour_wanted(sys.stdout),
        error_colour=colour_wanted(sys.stderr),
    )
    sys.stderr.write(err)
    sys.stdout.write(out)
    return judged.exit_code


def _from_here(name: str) -> str:
    """A path below the current folder as one from there, which is what CI takes for a path of the repository."""
    import os
    from pathlib import Path

    if not Path(name).is_absolute():
        return name
    path = os.path.relpath(name)
    return name if path.startswith(os.pardir) else path


def _standard_input() -> list[str]:
    """The FILE where none is named. Raises CannotRun where nothing is piped in."""
    import sys

    from antiphon.cli.terminal.cannot_run import CannotRun

    if sys.stdin is None or sys.stdin.isatty():
        raise CannotRun(
            "there is nothing to judge",
            where="the command line",
            help="name a FILE, or pipe something in: `curl -i https://shop.example/ | antiphon lint`",
        )
    return ["-"]


def _judged(
    captures: Sequence[str],
    sources: Sequence[str],
    settings: Settings,
    ignores: Sequence[Ignore],
    arguments: argparse.Namespace,
) -> Report:
    """The report of the captures, of the sources, or of both. An interrupt ends it with what there is."""
    import functools
    import sys

    from antiphon.cli.collecting.report import Report
    from antiphon.cli.inputs.captures import judged_inputs
    from antiphon.cli.inputs.sources import judged_sources
    from antiphon.cli.terminal.progress import Progress

    found: list[Report] = []
    with Progress(sys.stderr) as progress:
        if captures:
            captured = judged_inputs(
                captures,
                form=arguments.form,
                url=arguments.url,
                method=arguments.method,
                settings=settings,
                ignores=ignores,
                each=arguments.each,
                tell=progress.step,
            )
            found.append(captured)
        if sources and not any(one.interrupted for one in found):
            read = judged_sources(
                sources, settings=settings, ignores=ignores, exclude=arguments.exclude, tell=progress.step
            )
            found.append(read)
    return functools.reduce(Report.beside, found)

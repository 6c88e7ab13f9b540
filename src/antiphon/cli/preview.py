"""Show all responses of a project on a page: what each sends, how it is called, what its cookies do, what is wrong.

A small server on this machine shows the page, and shows it again when a file changes. --out writes it as a file that
CI can publish, and --format json writes what it shows as JSON. Without a TARGET, the `targets` of [tool.antiphon] are
shown. As for `antiphon check`, modules are imported in a child process; each response is really sent there, to nowhere,
with values made up for its params and its content.

The page says what has changed since the last run, which is kept in .antiphon_cache beside pyproject.toml: responses
that came or went, and the changed lines of their signatures and wire forms. --against compares with a file instead.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from antiphon.cli.terminal.selection import add_config, add_scope
from antiphon.cli.terminal.unknown import choice

if TYPE_CHECKING:
    from antiphon.cli.preview_pages.reading import Reading

#: So often the files are looked at, in seconds.
_LOOK = 0.5


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """TARGETs, and the form."""
    parser.add_argument(
        "targets", nargs="*", metavar="TARGET", help="module, package (with all its modules), file.py or folder"
    )
    form = parser.add_mutually_exclusive_group()
    form.add_argument("-o", "--out", metavar="DIR", type=Path, help="write index.html and project.json there, and end")
    form.add_argument("--format", **choice(("html", "json")), default="html", help="`json` writes JSON, and ends")
    form.add_argument("--port", type=_port, default=8712, help="the port on 127.0.0.1 (8712); 0 takes a free one")
    parser.add_argument(
        "--against", metavar="FILE", type=Path, help="compare with this project.json, not with the last run"
    )
    add_config(parser)
    add_scope(parser)


def _port(text: str) -> int:
    if text.isascii() and text.isdigit() and int(text) < 65536:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is not a port from 0 to 65535")


def run(arguments: argparse.Namespace) -> int:
    """Describe the project once, or each time that a file changes."""
    import sys

    from antiphon.cli.isolated.request import Request
    from antiphon.cli.preview_pages.exported import export
    from antiphon.cli.preview_pages.reading import Reading
    from antiphon.cli.terminal.colour import colour_wanted

    request = Request(
        targets=tuple(arguments.targets),
        profile=arguments.profile,
        config=arguments.config,
        work="description",
        exclude=tuple(arguments.exclude),
        error_colour=colour_wanted(sys.stderr),
    )
    reading = Reading(request, arguments.against)
    if not reading.again():
        return reading.exit_code
    if arguments.out is not None:
        export(reading.project, arguments.out)
    elif arguments.format == "json":
        print(reading.project.model_dump_json(indent=2))
    else:
        return _serve(reading, arguments.port)
    return reading.exit_code


def _serve(reading: Reading, port: int) -> int:
    """Show the project until the user has seen enough."""
    from antiphon.cli.preview_pages.server import PreviewServer
    from antiphon.cli.preview_pages.state import State, shown
    from antiphon.cli.terminal.cannot_run import CannotRun

    state = State(shown(reading.project))
    try:
        server = PreviewServer(state, port)
    except OSError as error:
        what = f"port {port} cannot be had: {error.strerror}"
        raise CannotRun(
            what, where="--port", help="end the preview that has it, or take a free one: --port 0"
        ) from None
    with server.serving():
        print(f"{reading.project.title} is shown at {server.url}; Ctrl-C ends it", flush=True)
        try:
            while True:
                reading.wait(_LOOK)
                reading.again()
                state.show(shown(reading.project))
        except KeyboardInterrupt:
            return 0

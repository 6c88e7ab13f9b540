"""Write compiled responses as plain Python modules, which serve without pydantic.

Their functions are the declared ones: same names, signatures, errors and octets. A process that imports them in the
place of the module that declares them starts sooner. Types are imported by name; a `.spec` is read, and pydantic
imported, when it is asked for. Classes of replies are left where they are.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """TARGET, the folder, and whether to compare only."""
    parser.add_argument("target", metavar="TARGET", help="a module, package, file or folder that compiles responses")
    parser.add_argument("-o", "--output", metavar="DIR", type=Path, required=True, help="the folder to write to")
    parser.add_argument("--check", action="store_true", help="write nothing: compare, and show the differences")


def run(arguments: argparse.Namespace) -> int:
    """Write, or compare; exit 1 for differences and for findings of level error."""
    import sys

    from antiphon.cli.building.building import built
    from antiphon.cli.terminal.colour import colour_wanted
    from antiphon.diagnostics.diagnostic import render

    build = built(arguments.target)
    if build.errors:
        print(render(build.errors, colour=colour_wanted(sys.stderr)), file=sys.stderr)
        return 1
    for note in build.notes:
        print(f"note: {note}", file=sys.stderr)
    files = {arguments.output / path: text for path, text in build.files.items()}
    return _compare(files, arguments.output, build.root) if arguments.check else _write(files)


def _write(files: Mapping[Path, str]) -> int:
    """Write what is new. Raises CannotRun before anything is written where a file is somebody else's."""
    from antiphon.cli.terminal.cannot_run import CannotRun
    from antiphon.cli.terminal.whole_file import text_of, write_whole
    from antiphon.interpreters.ahead_of_time.module import MARK

    for path in files:
        there = text_of(path)
        if there is not None and not there.startswith(MARK):
            what = f"{path} is not a file that this command wrote"
            raise CannotRun(what, where="--output", help="choose a folder for built modules alone")
    for path, text in files.items():
        if not path.exists() or path.read_bytes() != text.encode():
            write_whole(path, text.encode())
            print(f"wrote {path}")
    return 0


def _compare(files: Mapping[Path, str], folder: Path, root: str) -> int:
    """Show how the folder differs from what would be written: octet for octet, and files that would not be."""
    import sys

    from antiphon.cli.terminal.difference import difference
    from antiphon.cli.terminal.written import show_difference
    from antiphon.interpreters.ahead_of_time.module import MARK

    marks = (f"{MARK} {root}`".encode(), f"{MARK} {root}.".encode()) if root else (MARK.encode(),)
    there = {path: path.read_bytes() for path in [*folder.rglob("*.py"), *files] if path.is_file()}
    stale = {path for path, octets in there.items() if path not in files and octets.startswith(marks)}
    differing = sorted(path for path in {*files, *stale} if there.get(path) != files.get(path, "").encode())
    for path in differing:
        old = there.get(path, b"").decode(errors="backslashreplace")
        names = (str(path) if path in there else "/dev/null", str(path) if path in files else "/dev/null")
        show_difference(difference(old, files.get(path, ""), *names), sys.stdout)
    return int(bool(differing))

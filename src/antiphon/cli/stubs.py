"""Write down the signatures that only the compiler knows, for type checkers.

A response with `.header_param(...)`, `.cookie_param(...)` or `.placeholder_param(...)`, or one that is compiled from a
spec, takes keywords that no type checker can see. A stub says them: `responses.pyi` beside `responses.py`, or a tree of
stubs with --out. A stub replaces its module, so all that is public there is described, or it is refused: keep such
responses in a module of their own. What every checker knows already, such as a `Params` class, gets no stub.
"""

from __future__ import annotations

import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """TARGETs, where to write, and whether to compare only."""
    parser.add_argument(
        "targets", nargs="+", metavar="TARGET", help="module, package (with all its modules), file.py or folder"
    )
    parser.add_argument("-o", "--out", metavar="DIR", help="write a tree of stubs there (default: beside the modules)")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 with a diff where a stub is stale")


def run(arguments: argparse.Namespace) -> int:
    """Write or compare."""
    import sys
    from pathlib import Path

    from antiphon.cli.collecting.home import at_home
    from antiphon.cli.stub_files.expected import expected_stubs
    from antiphon.cli.stub_files.modules import modules
    from antiphon.cli.terminal.difference import difference
    from antiphon.cli.terminal.whole_file import text_of, write_whole
    from antiphon.cli.terminal.written import show_difference

    with at_home() as home:
        found = modules(arguments.targets)
        stubs = expected_stubs(found, Path(arguments.out) if arguments.out else None, home)
    stale = 0
    for path, text in stubs.items():
        current = text_of(path)
        if current == text:
            continue
        stale += 1
        if arguments.check:
            show_difference(difference(current or "", text or "", str(path), f"{path} (as it should be)"), sys.stdout)
        elif text is None:
            path.unlink()
            print(f"removed {path}")
        else:
            write_whole(path, text.encode())
            print(f"wrote {path}")
    if arguments.check and stale:
        print(f"{stale} of {len(stubs)} stubs stale; run it again without --check", file=sys.stderr)
    elif not stubs:
        print("no stub is needed: type checkers see every signature", file=sys.stderr)
    elif not stale:
        print(f"{len(stubs)} stubs are up to date", file=sys.stderr)
    return int(bool(arguments.check and stale))

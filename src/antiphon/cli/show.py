"""Show what responses send, how they are called, and the code that makes them.

Each response is really sent, to nowhere, with values made up for its params and its content; lines that hold such a
value are marked. Its first example, if it has one, is shown as the content. Fields that a server adds are not shown.

--golden DIR writes the wire form of each response, with all its examples, to a file of its own there, and removes the
files of responses that are gone; the folder is for one TARGET. With --check nothing is written: a file that is not as
the response is sent now, one that is missing, and one that is left over are shown as a diff, and the exit code is 1.
What differs from one call to the next, such as a time, is written as <varies>.
"""

from __future__ import annotations

import argparse
from pathlib import Path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """TARGET and the form."""
    parser.add_argument(
        "target", metavar="TARGET", help="module:attribute for one response, or a module, file or folder for all of it"
    )
    parser.add_argument("--json", action="store_true", help="write JSON")
    parser.add_argument(
        "--golden", metavar="DIR", type=Path, help="write the wire forms there, a file for each response"
    )
    parser.add_argument("--check", action="store_true", help="with --golden: write nothing, show what differs")


def run(arguments: argparse.Namespace) -> int:
    """Show one response, or all that a target declares."""
    import json
    import sys

    from antiphon.cli.collecting.collection import collect
    from antiphon.cli.collecting.report import report
    from antiphon.cli.showing.view import View, json_form, text, view
    from antiphon.cli.terminal.cannot_run import CannotRun
    from antiphon.cli.terminal.colour import colour_wanted
    from antiphon.diagnostics.diagnostic import render

    if arguments.check and arguments.golden is None:
        raise CannotRun("--check compares golden files", where="--check", help="name their folder: --golden DIR")
    collection = collect([arguments.target])
    for error in collection.not_run:
        raise error
    judgements = collection.judgements
    if not judgements and not collection.failures:
        raise CannotRun(
            f"{arguments.target} declares no response",
            where=f"TARGET {arguments.target}",
            help="name a module that compiles responses, or module:attribute",
        )
    judged = report(collection)
    errors = [diagnostic for diagnostic in judged.diagnostics if diagnostic.level == "error"]
    if errors:
        print(render(errors, colour=colour_wanted(sys.stderr)), file=sys.stderr)
    if arguments.golden is not None:
        from antiphon.cli.collecting.target import target
        from antiphon.cli.showing import golden_run

        if errors:
            return 1
        whole = not target(arguments.target).attribute
        return golden_run.run(collection, arguments.golden, whole=whole, check=arguments.check, as_json=arguments.json)
    views = [view(judgement, collection.home) for judgement in judgements]
    if arguments.json:
        print(json.dumps({"version": 1, "responses": [json_form(one) for one in views]}, indent=2, ensure_ascii=False))
        return int(bool(errors))
    shown: dict[str, View] = {}
    parts = []
    for one in views:
        first = shown.setdefault(one.code, one)
        parts.append(text(one, code=one.code if first is one else f"(the same code as {first.name})"))
    print("\n".join(parts), end="")
    return int(bool(errors))

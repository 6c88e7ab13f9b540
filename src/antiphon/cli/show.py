"""Show what responses send, how they are called, and the code that makes them.

Each response is really sent, to nowhere, with values made up for its params and its content; lines that hold such a
value are marked. Its first example, if it has one, is shown as the content. Fields that a server adds are not shown.

Without a TARGET, the `targets` of [tool.antiphon] are shown. module:app, an application, is all that its module
declares, and what that imports of the project.

--golden DIR writes the wire form of each response, with all its examples, to a file of its own in a folder for its
module there, and removes the files of responses that are gone: name all TARGETs in one run. With --check nothing is
written: a file that is not as the response is sent now, one that is missing, and one that is left over are shown as a
diff, and the exit code is 1. What differs from one call to the next, such as a time, is written as <varies>.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from antiphon.cli.terminal.selection import add_config, add_excluded

if TYPE_CHECKING:
    from antiphon.cli.collecting.collection import Collection


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """TARGETs and the form."""
    parser.add_argument(
        "targets",
        nargs="*",
        metavar="TARGET",
        help="module:attribute for one response, or a module, file, folder or application for all of it",
    )
    parser.add_argument("--json", action="store_true", help="write JSON")
    parser.add_argument(
        "--golden", metavar="DIR", type=Path, help="write the wire forms there, a file for each response"
    )
    parser.add_argument("--check", action="store_true", help="with --golden: write nothing, show what differs")
    add_excluded(parser)
    add_config(parser)


def run(arguments: argparse.Namespace) -> int:
    """Show one response, or all that targets declare."""
    import json
    import sys

    from antiphon.cli.collecting.report import report
    from antiphon.cli.showing.view import View, json_form, text, view
    from antiphon.cli.terminal.cannot_run import CannotRun
    from antiphon.cli.terminal.colour import colour_wanted
    from antiphon.diagnostics.diagnostic import render

    if arguments.check and arguments.golden is None:
        raise CannotRun("--check compares golden files", where="--check", help="name their folder: --golden DIR")
    collection = _collected(arguments)
    for error in collection.not_run:
        error.show()
    if collection.not_run:
        return 2
    errors = [diagnostic for diagnostic in report(collection).diagnostics if diagnostic.level == "error"]
    if errors:
        print(render(errors, colour=colour_wanted(sys.stderr)), file=sys.stderr)
    if arguments.golden is not None:
        from antiphon.cli.showing import golden_run

        if errors:
            return 1
        return golden_run.run(collection, arguments.golden, check=arguments.check, as_json=arguments.json)
    views = [view(judgement, collection.home) for judgement in collection.judgements]
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


def _collected(arguments: argparse.Namespace) -> Collection:
    """Collect the responses that the targets declare. Raises CannotRun where there is none."""
    from antiphon.cli.collecting.collection import collect
    from antiphon.cli.collecting.settings import settings_for
    from antiphon.cli.terminal.cannot_run import CannotRun

    settings = settings_for(arguments.targets, config=arguments.config)
    targets = arguments.targets or settings.from_home()
    if not targets:
        raise CannotRun(
            "there is nothing to show",
            where="the command line, and [tool.antiphon] in pyproject.toml",
            help='name a TARGET, such as `antiphon show shop`, or write targets = ["shop"]',
        )
    collection = collect(targets, excluded=settings.excluded(arguments.exclude))
    if not collection.judgements and not collection.failures and not collection.not_run:
        named = ", ".join(targets)
        advice = "name a module that compiles responses, or module:attribute"
        raise CannotRun(f"{named} declares no response", where=f"TARGET {named}", help=advice)
    return collection

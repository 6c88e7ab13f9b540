"""Everything that one TARGET declares, for a document of all of it."""

from __future__ import annotations

import sys

from antiphon.cli.collecting.collection import Collection, collect
from antiphon.cli.terminal.cannot_run import CannotRun
from antiphon.cli.terminal.colour import colour_wanted
from antiphon.diagnostics.diagnostic import render


def whole_target(text: str) -> Collection:
    """The responses that are declared there.

    Raises CannotRun where a part cannot be reached, or raises while it is imported.
    """
    collection = collect([text])
    for error in collection.not_run:
        raise error
    if collection.failures:
        print(render(collection.failures, colour=colour_wanted(sys.stderr)), file=sys.stderr)
        what = f"{text} cannot be described: it raises while it is imported"
        raise CannotRun(what, where=f"TARGET {text}", help="`antiphon check` says more")
    return collection

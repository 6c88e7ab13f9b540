"""antiphon's rows: without the extension, and once more with it where it is there.

Both stand in one process, and so in one interleaved run, as two copies of every module.
"""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Iterator
from types import ModuleType

from contender import Entry

#: What stands behind the names of the rows that the extension is at work in.
EXTENSION = ", extension"

ALL = ("antiphon_compiled", "antiphon_replies", "antiphon_classes")


def entries() -> Iterator[Entry]:
    """The rows of all modules. What is imported of antiphon afterwards has the extension, where it is there."""
    pure = _fresh(extension="0")
    quick = _fresh(extension="1")
    for module in pure:
        yield from module.entries()
    if importlib.import_module("antiphon.native").EXTENSION is None:
        return
    for module in quick:
        for entry in module.entries():
            yield entry._replace(contender=f"{entry.contender}{EXTENSION}")


def _fresh(*, extension: str) -> list[ModuleType]:
    """New copies of the modules, with a new copy of antiphon under them."""
    for known in [known for known in sys.modules if known.partition(".")[0] in ("antiphon", *ALL)]:
        if known != "antiphon._native":  # an extension module has one copy in a process
            del sys.modules[known]
    os.environ["ANTIPHON_NATIVE"] = extension
    return [importlib.import_module(name) for name in ALL]

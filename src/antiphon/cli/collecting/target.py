"""Parse a TARGET of the command line."""

from __future__ import annotations

import dataclasses
import os
from pathlib import Path

from antiphon.cli.terminal.cannot_run import CannotRun

_FORMS = "a TARGET is module, package, file.py, folder or module:attribute"


@dataclasses.dataclass(frozen=True)
class Target:
    """A module by its dotted name, or a path; and an attribute of the one module that it names."""

    text: str
    module: str = ""
    path: Path | None = None
    attribute: str = ""


def target(text: str) -> Target:
    """Read a TARGET. Raises CannotRun for what cannot be one."""
    head, colon, attribute = text.rpartition(":")
    if not colon or os.sep in attribute or (os.altsep and os.altsep in attribute):
        head, attribute = text, ""
    elif not head or not all(part.isidentifier() for part in attribute.split(".")):
        raise CannotRun(f"{text!r} names no attribute of a module", where=f"TARGET {text!r}", help=_FORMS)
    if all(part.isidentifier() for part in head.split(".")) and not head.endswith((".py", ".ipynb")):
        return Target(text, module=head, attribute=attribute)
    path = Path(head)
    if not head or (not path.exists() and os.sep not in head and not head.endswith((".py", ".ipynb"))):
        raise CannotRun(f"{head!r} is neither a module's name nor a path", where=f"TARGET {text!r}", help=_FORMS)
    if attribute and path.suffix != ".py":
        raise CannotRun(f"{path} is not a Python file", where=f"TARGET {text!r}", help=_FORMS)
    return Target(text, path=path, attribute=attribute)

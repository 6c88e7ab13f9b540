"""The modules that TARGETs name."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

from antiphon.cli.collecting.importing import Imports
from antiphon.cli.collecting.target import target
from antiphon.cli.terminal.cannot_run import CannotRun
from antiphon.diagnostics.diagnostic import render


def modules(texts: Sequence[str]) -> dict[str, ModuleType]:
    """The modules of the targets by name, with those below them. Raises CannotRun where one is missing or raises."""
    imports = Imports(lambda _text, _module: None)
    found: dict[str, ModuleType] = {}
    for text in texts:
        parsed = target(text)
        if parsed.attribute:
            what = f"{text} names one response, and a stub is for a whole module"
            raise CannotRun(what, where=f"TARGET {text}", help=f"name the module: {text.rpartition(':')[0]}")
        path = parsed.path
        if path is not None:
            imports.path(path)
        else:
            imports.package(parsed.module)
        if imports.failures:
            first = next(iter(imports.stopped), text)
            raise CannotRun(
                f"{first} cannot be imported:",
                where=f"TARGET {text}",
                help=f"`antiphon check {text}` has more to say",
                lines=("", *render(imports.failures).splitlines(), ""),
            )
        found |= {
            name: module for name, module in imports.modules.items() if _is_meant(module, name, parsed.module, path)
        }
    return found


def _is_meant(module: ModuleType, name: str, wanted: str, path: Path | None) -> bool:
    """Whether a module is the target or below it, and not only one of the packages around it."""
    if path is None:
        return name == wanted or name.startswith(f"{wanted}.")
    file = Path(getattr(module, "__file__", None) or "")
    return file.is_relative_to(path.resolve())

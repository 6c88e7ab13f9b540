"""One framework a file, as a table of its calls: `FRAMEWORK` is what a module here is read for."""

from __future__ import annotations

import functools
import importlib
import pkgutil

from antiphon.sources.tables import Framework


@functools.cache
def frameworks() -> tuple[Framework, ...]:
    """Every framework, in the order of their names: a new file is a new framework."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return tuple(importlib.import_module(f"{__name__}.{name}").FRAMEWORK for name in names)

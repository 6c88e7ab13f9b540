"""A module that is watched is imported as it would be otherwise."""

from __future__ import annotations

import importlib
import sys
import warnings
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from pathlib import Path
from types import ModuleType

import pytest

from antiphon.pytest_plugin.importlib_bootstrap import ThenLoader


class Watching(MetaPathFinder):
    """Wraps the loader of one module."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.loaded: list[ModuleType] = []

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        spec = PathFinder.find_spec(fullname, path) if fullname == self.name else None
        if spec is not None and spec.loader is not None:
            spec.loader = ThenLoader(spec.loader, self.loaded.append)
        return spec


@pytest.mark.parametrize("watched", [True, False])
def test_a_watched_module_warns_whom_it_would_warn_and_keeps_its_loader(
    watched: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "old_client.py").write_text("import warnings\nwarnings.warn('old', DeprecationWarning, stacklevel=2)\n")
    (tmp_path / "asks_for_it.py").write_text("import old_client\n")
    monkeypatch.syspath_prepend(tmp_path)
    watching = Watching("old_client" if watched else "")
    monkeypatch.setattr(sys, "meta_path", [watching, *sys.meta_path])

    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        importlib.import_module("asks_for_it")
    module = sys.modules.pop("old_client")
    del sys.modules["asks_for_it"]

    assert [Path(one.filename).name for one in told] == ["asks_for_it.py"]
    assert watching.loaded == ([module] if watched else [])
    assert module.__spec__ is not None
    assert type(module.__loader__) is type(module.__spec__.loader) is SourceFileLoader

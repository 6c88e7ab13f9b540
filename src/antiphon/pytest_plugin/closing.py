"""The end of a test run: which findings are told there, and whether all tests ran, so that a baseline can be judged."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest

    from antiphon.pytest_plugin.finding import TestFinding

#: Options of pytest that leave tests out.
_CHOOSING = ("keyword", "markexpr", "lf", "deselect", "stepwise", "ignore", "ignore_glob", "collectonly")
#: Exit codes of runs that came to their end: all passed, or some failed.
_ENDED = (0, 1)


def ran_whole(config: pytest.Config, exit_code: int) -> bool:
    """Whether no test was left out, so that a known finding which did not occur is one that is gone."""
    session = config.pluginmanager.get_plugin("session")
    stopped = getattr(session, "shouldstop", False) or getattr(session, "shouldfail", False)
    if stopped or exit_code not in _ENDED or any(getattr(config.option, name, None) for name in _CHOOSING):
        return False
    return config.args_source is not config.ArgsSource.ARGS or _names_all(config)


def _names_all(config: pytest.Config) -> bool:
    """Whether the arguments are the folders that a run without any has, or a folder at the top of the project."""
    here, root = config.invocation_params.dir, config.rootpath
    named = {(here / argument).resolve() for argument in config.args}
    if root in named:
        return True
    if usual := config.getini("testpaths"):
        return named == {(root / one).resolve() for one in usual}
    return all(path.is_dir() and path.parent == root for path in named)


def distinct(findings: Iterable[TestFinding]) -> list[TestFinding]:
    """Each mistake once, with the first test that met it."""
    return list({one.key: one for one in reversed(list(findings))}.values())[::-1]


def baseline_path(config: pytest.Config) -> Path | None:
    """The baseline that is asked for. An option's path is from the current folder, or else from the project's."""
    name: str | None = config.getoption("antiphon_baseline")
    if name and (here := config.invocation_params.dir / name).exists():
        return here
    name = name or config.getini("antiphon_baseline")
    return config.rootpath / name if name else None

"""pytest rewrites the modules of a plug-in's distribution, and antiphon's are none of its business."""

from __future__ import annotations

import sys
from importlib.machinery import SourceFileLoader

import antiphon.pytest_plugin
from antiphon.pytest_plugin.own_modules import OwnModules


def test_it_finds_antiphon_s_modules_alone() -> None:
    """As Python itself would find them."""
    own = OwnModules()
    found = own.find_spec("antiphon.pytest_plugin.session", list(antiphon.pytest_plugin.__path__))

    assert found is not None
    assert type(found.loader) is SourceFileLoader
    assert own.find_spec("antiphon_like", sys.path) is None
    assert own.find_spec("antiphon.there_is_none", list(antiphon.__path__)) is None

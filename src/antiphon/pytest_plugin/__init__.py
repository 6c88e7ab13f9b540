"""`pytest --antiphon`: every response that an application under test sends is judged.

pytest loads this module in every run of every project that has antiphon installed, so it imports nothing until asked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest

_HELP = "judge every response that the applications under test send: an error fails its test"


def pytest_addoption(parser: pytest.Parser) -> None:
    """The options; none is on by itself."""
    group = parser.getgroup("antiphon")
    group.addoption("--antiphon", action="store_true", help=_HELP)
    group.addoption("--antiphon-baseline", metavar="FILE", help="a TOML file of findings that are known, with reasons")
    group.addoption("--antiphon-report", metavar="FILE", help="write the findings to FILE: .json, .sarif or .toml")
    parser.addini("antiphon", _HELP, type="bool", default=False)
    parser.addini("antiphon_baseline", "a TOML file of findings that are known, with reasons", default="")


def pytest_configure(config: pytest.Config) -> None:
    """Switch the judge on, where it is asked for."""
    options = "antiphon", "antiphon_baseline", "antiphon_report"
    if config.getini("antiphon") or any(map(config.getoption, options)):
        import sys

        from antiphon.pytest_plugin.own_modules import OwnModules

        own = OwnModules()
        sys.meta_path.insert(0, own)
        config.add_cleanup(lambda: sys.meta_path.remove(own))
        from antiphon.pytest_plugin.session import Session

        config.pluginmanager.register(Session(config), "antiphon-session")

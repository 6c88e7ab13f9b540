"""Type checkers accept as JSON content exactly the types that compile and run."""

from __future__ import annotations

import runpy
import typing

import msgspec
import pytest

from antiphon import JSONContent, SpecError
from antiphon.runtime.content.unknown import DERIVED, PLAIN_FORMS
from tests.support.paths import ROOT

TYPING = ROOT / "tests" / "typing"
BAD = (TYPING / "bad" / "json_types.py").read_text()


def test_what_checkers_accept_is_sent() -> None:
    """The table that mypy, pyright, ty and pyrefly accept is sent as it says."""
    runpy.run_path(str(TYPING / "ok" / "json_types.py"))


@pytest.mark.parametrize("line", [line for line in BAD.splitlines() if "# E:" in line])
def test_what_checkers_refuse_is_refused(line: str) -> None:
    """Each type that the checkers refuse is refused at its line, by compile()."""
    imports = BAD.partition("respond(200)")[0]

    with pytest.raises(SpecError, match="AN002"):
        exec(f"{imports}\n{line.partition('  #')[0]}.compile()", {"__name__": "refused"})


@pytest.mark.parametrize("type_", [*DERIVED, *PLAIN_FORMS, memoryview, msgspec.Raw, msgspec.UnsetType])
def test_what_has_a_json_form_is_in_the_types(type_: type) -> None:
    """No type is written at run time that the types of `.json(...)` leave out."""
    members = [typing.get_origin(member) or member for member in typing.get_args(JSONContent)]

    assert issubclass(
        type_, tuple(member for member in members if isinstance(member, type) and not _structural(member))
    )


def _structural(type_: type) -> bool:
    return bool(getattr(type_, "_is_protocol", False)) and not type_.__module__.startswith("collections")

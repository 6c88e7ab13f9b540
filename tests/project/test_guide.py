"""The guide for coding assistants in the wheel names what begins a response, and nothing that antiphon has not."""

from __future__ import annotations

import inspect
import re

import pytest

import antiphon
from antiphon.builder import respond
from antiphon.reply.declare import ReplyRoot
from tests.support.paths import ROOT

GUIDE = ROOT / "src" / "antiphon" / ".agents" / "skills" / "antiphon" / "SKILL.md"
CODE = re.findall(r"`([^`\n]+)`", re.sub(r"^```.*?^```$", "", GUIDE.read_text(), flags=re.MULTILINE | re.DOTALL))


def is_written_first(name: str) -> bool:
    """Whether it begins a response: a function, or a class of replies. Fields and types are found from these."""
    value = getattr(antiphon, name)
    return inspect.isfunction(value) or (isinstance(value, type) and issubclass(value, ReplyRoot))


@pytest.mark.parametrize("name", [name for name in antiphon.__all__ if is_written_first(name)])
def test_the_guide_names_what_begins_a_response(name: str) -> None:
    """Whoever adds one says in the guide what it is for."""
    assert any(re.search(rf"\b{name}\b", code) for code in [*CODE, GUIDE.read_text()])


#: Names in the guide that are another's, or made up for an example.
OTHERS = {"HTTPException", "JSONResponse", "Prefs", "Session", "User", "NotFound", "UserCreated"}
NAMES = sorted(
    {name for code in CODE for name in re.findall(r"(?<![\w.\"-])[A-Z][A-Za-z]*[a-z]\w*(?![\w:-])", code)} - OTHERS
)
STEPS = sorted({name for code in CODE for name in re.findall(r"(?<![\w)\]])\.([a-z_]+)\(", code)})


@pytest.mark.parametrize("name", NAMES)
def test_a_class_in_the_guide_is_there(name: str) -> None:
    """An assistant that types it gets it from `antiphon`."""
    assert name in antiphon.__all__


@pytest.mark.parametrize("name", STEPS)
def test_a_step_in_the_guide_is_there(name: str) -> None:
    """A draft has it."""
    assert hasattr(respond(200), name)

"""Messages and docstrings name only what there is."""

from __future__ import annotations

import ast
import importlib
import inspect
import re
from collections.abc import Iterator

import pytest

import antiphon
from antiphon import builder
from antiphon.headers.registry import FIELDS
from tests.support.paths import ROOT

SOURCE = ROOT / "src" / "antiphon"
_NAME = re.compile(r"(?<![\w/.@-])antiphon\.(?!toml\b)([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)")
#: A step with its arguments, as a help writes it; `...` and quoted text may be among them.
_STEP = re.compile(r"(?<![\w\])}])\.([a-z_]+)\(((?:[^()\"']|\"[^\"]*\"|'[^']*')*)\)")
_KEYWORD = re.compile(r"(?<![\w.\"'])([a-z_]+)=")
_HOLDERS = [value for value in vars(builder).values() if inspect.isclass(value)]


def texts() -> Iterator[tuple[str, int, str]]:
    """Every text of the package, with its file and line; of an f-string its constant parts."""
    for file in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield str(file.relative_to(ROOT)), node.lineno, node.value


def _is_there(name: str) -> bool:
    """Whether a dotted name below `antiphon` leads somewhere: from the front door, or by an import."""
    value: object = antiphon
    for part in name.split("."):
        try:
            value = getattr(value, part)
        except AttributeError:
            try:
                value = importlib.import_module(f"{getattr(value, '__name__', '')}.{part}")
            except ImportError:
                return False
    return True


def test_every_name_below_antiphon_is_there() -> None:
    """`antiphon.X` in a message can be written as it is."""
    wrong = [
        (file, line, f"antiphon.{name}")
        for file, line, text in texts()
        for name in _NAME.findall(text)
        if not _is_there(name)
    ]

    assert [] == wrong


@pytest.mark.parametrize("name", FIELDS)
def test_every_field_that_a_param_may_need_is_at_the_front_door(name: str) -> None:
    """A message names the class of whatever field it is about."""
    assert FIELDS[name] in antiphon.__all__


def _helps() -> Iterator[tuple[str, int, str]]:
    """The texts that tell somebody what to write: `help=` of rules, refusals, errors and cookie checks."""
    for file in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.keyword) and node.arg == "help":
                for part in ast.walk(node.value):
                    if isinstance(part, ast.Constant) and isinstance(part.value, str):
                        yield str(file.relative_to(ROOT)), part.lineno, part.value


def test_every_step_in_a_help_is_there_and_takes_its_keywords() -> None:
    """`.text(media_type=...)` in a help is a step of a draft that has that parameter."""
    wrong = []
    for file, line, text in _helps():
        for step, arguments in _STEP.findall(text):
            steps = [getattr(holder, step) for holder in _HOLDERS if callable(getattr(holder, step, None))]
            known = {name for one in steps for name in inspect.signature(one).parameters}
            given = set(_KEYWORD.findall(re.sub(r"\"[^\"]*\"|'[^']*'", "''", arguments)))
            if not steps or given - known:
                wrong.append((file, line, f".{step}({arguments})"))

    assert [] == wrong


def test_a_step_that_is_not_there_would_be_seen() -> None:
    """The pattern reads steps as helps write them."""
    found = _STEP.findall(
        'write `.text(media_type="text/csv")`, or .accept_finding("CK081", because="...") (see .json)'
    )

    assert ["text", "accept_finding"] == [step for step, _ in found]
    assert ["media_type"] == _KEYWORD.findall(found[0][1])

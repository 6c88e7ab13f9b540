"""The words of docstrings: they say what a thing is or does, in plain sentences."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

SRC = Path(__file__).parents[2] / "src" / "antiphon"
#: Folders and modules that are checked. Each name is relative to src/antiphon.
FOLDERS = (
    "compiler",
    "errors.py",
    "headers",
    "http",
    "integrations",
    "interpreters",
    "reply",
    "responses",
    "runtime",
    "spec",
)
#: "What the client reads" names a thing by a question; "The response that the client reads" names it.
QUESTION = re.compile(r"\A\s*What\b")
#: "The name stands for a value": write is, is in, means. A stand-in is a thing, and its name is allowed.
STANDS = re.compile(r"\b(?:stands?|standing|stood)\b(?!-)", re.IGNORECASE)


def docstrings(source: str) -> Iterator[tuple[int, str]]:
    """Each docstring with its line: of the module, of classes and functions, and below attributes."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            yield node.lineno, node.value.value


def modules() -> list[Path]:
    found: list[Path] = []
    for name in FOLDERS:
        path = SRC / name
        found += [path] if path.is_file() else sorted(path.rglob("*.py"))
    return found


@pytest.mark.parametrize(
    ("pattern", "advice"),
    [
        (QUESTION, "say what it is: `The ...`, or what it does: `Checks ...`"),
        (STANDS, "write `is`, `is in` or `means`"),
    ],
    ids=["What", "stands"],
)
def test_docstrings_are_plain_sentences(pattern: re.Pattern[str], advice: str) -> None:
    faults = [
        f"{path.relative_to(SRC)}:{line}: {text.strip().splitlines()[0]}"
        for path in modules()
        for line, text in docstrings(path.read_text(encoding="utf-8"))
        if pattern.search(text)
    ]
    assert faults == [], advice


def test_every_folder_has_docstrings() -> None:
    for name in FOLDERS:
        path = SRC / name
        files = [path] if path.is_file() else list(path.rglob("*.py"))
        assert any(True for file in files for _ in docstrings(file.read_text(encoding="utf-8"))), name


@pytest.mark.parametrize(
    "source",
    [
        '"""What is sent."""',
        'class A:\n    b: int\n    """What it is."""',
        'def f():\n    """\n    What it does."""',
    ],
)
def test_a_question_is_found_in_each_kind_of_docstring(source: str) -> None:
    assert [text for _, text in docstrings(source) if QUESTION.search(text)]


@pytest.mark.parametrize("text", ["It stands for a value.", "Standing alone.", "Where it stood."])
def test_stands_is_found(text: str) -> None:
    assert STANDS.search(text)


@pytest.mark.parametrize("text", ["A stand-in for a class.", "The standard library.", "Understands RFC 9110."])
def test_other_words_are_left_alone(text: str) -> None:
    assert STANDS.search(text) is None

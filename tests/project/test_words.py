"""The words of docstrings: they say what a thing is or does, in plain sentences."""

import ast
import functools
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
#: Folders that are checked.
FOLDERS = ("src/antiphon", "tests", "tools")
#: "What the client reads" names a thing by a question; "The response that the client reads" names it.
QUESTION = re.compile(r"\A\s*What\b")
# "The name stands for a value": write is, is in, means. A stand-in is a thing, and its name is allowed.
STANDS = re.compile(r"\b(?:stands?|standing|stood)\b(?!-)", re.IGNORECASE)
# "It is no list": write "is not a list". "There is no list" says another thing.
IS_NO = re.compile(r"(?<!there )\b(?:is|are) no (?!longer\b|more\b)[a-z]", re.IGNORECASE)
#: A comment that documents the name below it or on its line.
COMMENT = re.compile(r"(?:^|  )\s*#: (.*)")


@functools.cache
def tree(source: str) -> ast.Module:
    """Each source is parsed once for all tests."""
    return ast.parse(source)


def docstrings(source: str) -> Iterator[tuple[int, str]]:
    """Each docstring with its line (of the module, of classes and functions, below attributes), and `#:` comments."""
    for node in ast.walk(tree(source)):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            yield node.lineno, node.value.value
    for line, text in enumerate(source.splitlines(), 1):
        if (comment := COMMENT.search(text)) is not None:
            yield line, comment[1]


def modules() -> list[Path]:
    return [path for name in FOLDERS for path in sorted((ROOT / name).rglob("*.py"))]


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
        f"{path.relative_to(ROOT)}:{line}: {text.strip().splitlines()[0]}"
        for path in modules()
        for line, text in docstrings(path.read_text(encoding="utf-8"))
        if pattern.search(text)
    ]
    assert faults == [], advice


@pytest.mark.parametrize(
    ("pattern", "advice"),
    [(STANDS, "write `is`, `is in` or `goes with`"), (IS_NO, "write `is not a`")],
    ids=["stands", "is no"],
)
def test_messages_and_pages_are_plain_sentences(pattern: re.Pattern[str], advice: str) -> None:
    pages = [ROOT / "README.md", ROOT / "CONTRIBUTING.md"]
    for folder in ("how-to", "tutorials", "reference", "explanation"):
        pages += sorted((ROOT / "docs" / folder).rglob("*.md"))
    texts = [(path, 1 + at, line) for path in pages for at, line in enumerate(path.read_text("utf-8").splitlines())]
    for path in sorted((ROOT / "src").rglob("*.py")):
        nodes = ast.walk(tree(path.read_text("utf-8")))
        constants = [node for node in nodes if isinstance(node, ast.Constant)]
        texts += [(path, node.lineno, node.value) for node in constants if isinstance(node.value, str)]
    faults = [f"{path.relative_to(ROOT)}:{line}: {text.strip()}" for path, line, text in texts if pattern.search(text)]
    assert faults == [], advice


def test_every_folder_has_docstrings() -> None:
    for name in FOLDERS:
        files = (ROOT / name).rglob("*.py")
        assert any(True for file in files for _ in docstrings(file.read_text(encoding="utf-8"))), name


@pytest.mark.parametrize(
    "source",
    [
        '"""What is sent."""',
        'class A:\n    b: int\n    """What it is."""',
        'def f():\n    """\n    What it does."""',
        "#: What is sent.\nA = 1",
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

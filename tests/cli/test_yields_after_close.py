"""Generators that yield after they are closed, found by `antiphon check`; what Python does with them is the oracle."""

from __future__ import annotations

import ast
import contextlib
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antiphon.cli.collecting.source import Source
from antiphon.cli.collecting.yields_after_close import yields_after_close
from tests.support.project import Project

PASS, YIELD = ("pass",), ("yield 0",)


def _indented(block: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f" {line}" for line in block)


def _headed(head: str) -> Callable[[tuple[str, ...]], tuple[str, ...]]:
    return lambda block: (head, *_indented(block))


def _tries(block: st.SearchStrategy[tuple[str, ...]]) -> st.SearchStrategy[tuple[str, ...]]:
    caught = st.sampled_from(["except GeneratorExit:", "except BaseException:", "except (ValueError, GeneratorExit):"])
    handler = st.tuples(caught, block).map(lambda given: (given[0], *_indented(given[1])))
    final = block.map(_headed("finally:"))
    after = st.one_of(handler, final, st.tuples(handler, final).map(lambda both: both[0] + both[1]))
    return st.tuples(block, after).map(lambda both: ("try:", *_indented(both[0]), *both[1]))


def _blocks(inner: st.SearchStrategy[tuple[str, ...]]) -> st.SearchStrategy[tuple[str, ...]]:
    one = st.one_of(
        inner,
        _tries(inner),
        inner.map(_headed("for _ in range(3):")),
        inner.map(_headed("while True:")).map(lambda lines: (*lines, " yield 1")),
        inner.map(_headed("with contextlib.suppress(GeneratorExit):")),
        inner.map(_headed("with contextlib.suppress(ValueError):")),
    )
    return st.lists(one, min_size=1, max_size=3).map(lambda blocks: sum(blocks, ()))


#: Generators without conditions or errors of their own, so that every way through them is one that Python goes.
#: Python 3.14 warns of these (PEP 765), and they are what is asked here.
pytestmark = pytest.mark.filterwarnings("ignore:.* in a 'finally' block:SyntaxWarning")

PROGRAMS = st.recursive(st.sampled_from([PASS, YIELD, YIELD, ("raise",), ("return",)]), _blocks, max_leaves=8)


def _found(text: str) -> list[int]:
    """The lines of some text that are found to yield after a generator was closed."""
    source = Source("rows.py", text.splitlines(), ast.parse(text))
    return [found.position.line for found in yields_after_close(source) if found.position]


def _ignores_close(text: str) -> bool:
    """Whether Python says so of the generator `rows` in some text, closed at one of its first yields."""
    names: dict[str, Any] = {"contextlib": contextlib}
    exec(compile(text, "rows", "exec"), names)
    for count in range(1, 6):
        rows = names["rows"]()
        try:
            for _ in range(count):
                next(rows)
        except (StopIteration, RuntimeError):
            return False
        try:
            rows.close()
        except RuntimeError as error:
            if "ignored GeneratorExit" in str(error):
                return True
    return False


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # some cannot be closed at all
@given(PROGRAMS)
def test_what_python_refuses_is_found(lines: tuple[str, ...]) -> None:
    """Wherever a generator is closed and yields once more."""
    text = "\n".join(["def rows():", *_indented(lines), " yield 2", ""])

    if _ignores_close(text):
        assert _found(text)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("try:\n yield 1\nfinally:\n yield 2", [5]),
        ("try:\n yield 1\nexcept GeneratorExit:\n pass\nyield 2", [6]),
        ("try:\n yield 1\nexcept:\n yield 2\n raise", [5]),
        ("while True:\n try:\n  yield 1\n except BaseException:\n  continue", [4]),
        ("while True:\n try:\n  yield 1\n except BaseException:\n  break\nyield 2", [7]),
        ("for _ in (1, 2):\n try:\n  yield 1\n finally:\n  break\nyield 2", [7]),
        ("try:\n try:\n  yield 1\n finally:\n  print()\nexcept GeneratorExit:\n x = yield 2", [8]),
        ("with contextlib.suppress(GeneratorExit, OSError):\n yield 1\nyield from (2, 3)", [4]),
        ("try:\n for _ in (1, 2):\n  yield 1\nexcept (OSError, GeneratorExit):\n print()\nyield 2", [7]),
        ("try:\n print()\nfinally:\n yield 2", []),
        ("try:\n yield 1\nexcept Exception:\n yield 2", []),
        ("try:\n yield 1\nexcept GeneratorExit:\n return\nyield 2", []),
        ("try:\n yield 1\nexcept GeneratorExit:\n raise\nexcept BaseException:\n yield 2", []),
        ("over = False\ntry:\n yield 1\n over = True\nfinally:\n if over:\n  yield 2", []),
        ("more = True\nwhile more:\n try:\n  yield 1\n except GeneratorExit:\n  more = False", []),
        ("while True:\n try:\n  yield 1\n except GeneratorExit:\n  break", []),
        ("try:\n yield 1\nfinally:\n def inner():\n  yield 2\n print(inner)", []),
        ("with contextlib.suppress(OSError):\n yield 1\nyield 2", []),
        ("try:\n print()\nexcept BaseException:\n yield 1\nyield 2", []),
    ],
)
def test_ways_of_a_generator(body: str, lines: list[int]) -> None:
    """The finding is where Python refuses: at the `yield` that comes too late; a condition is left alone."""
    text = "def rows():\n" + "".join(f" {line}\n" for line in body.splitlines())

    assert (bool(lines), lines) == (_ignores_close(text), _found(text))


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("try:\n async for row in source:\n  yield row\nexcept asyncio.CancelledError:\n yield 2", [6]),
        ("try:\n yield 1\nexcept anyio.get_cancelled_exc_class():\n pass\nyield 2", [6]),
        ("try:\n yield 1\nexcept trio.Cancelled:\n yield 2\n raise", [5]),
        ("try:\n yield 1\nexcept GeneratorExit:\n raise\nexcept BaseException:\n yield 2", [7]),
        ("async with source:\n try:\n  yield 1\n finally:\n  yield 2", [6]),
        ("try:\n await task\nexcept asyncio.CancelledError:\n yield 1", []),  # of another task
        ("try:\n yield 1\nfinally:\n await source.aclose()", []),
        ("match await source:\n case 1:\n  yield 1", []),
    ],
)
def test_ways_of_an_async_generator(body: str, lines: list[int]) -> None:
    """These are cancelled, too."""
    assert lines == _found("async def rows():\n" + "".join(f" {line}\n" for line in body.splitlines()))


def test_a_generator_of_a_module(project: Project) -> None:
    """Each is found once, at its place, in functions, methods and functions inside them; decorated ones are not."""
    project.write({
        "late.py": (
            "import contextlib\n\n\nclass Rows:\n    async def all(self):\n        try:\n            yield 1\n"
            "        finally:\n            yield 'é', (yield 2)\n\n\n@contextlib.contextmanager\ndef opened():\n"
            "    try:\n        yield 1\n    finally:\n        yield 2\n"
        )
    })  # fmt: skip

    found = [line for line in project.findings("late") if "AN036" in line]
    assert ["late.py:9:13:", "late.py:9:25:"] == [line.partition(" ")[0] for line in found]
    assert "all yields after it was closed" in found[0]

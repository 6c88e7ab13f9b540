"""Why the keywords of `headers(...)` and of class statements are written out: not every checker reads PEP 692.

With a TypedDict of keywords, `reply/class_keywords.py` would be a tenth as long, and `builder/field_steps.py` a sixth
shorter. The day all four checkers refuse a misspelt keyword of one, this test fails, and both can go.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.checkers import CHECKERS, marked

KEYWORDS = '''\
from typing import TypedDict, Unpack


class Keywords(TypedDict, total=False):
    """The keywords that a class statement would take."""

    age: int


class Base:
    """A class whose statement takes them."""

    def __init_subclass__(cls, **keywords: Unpack[Keywords]) -> None: ...


def headers(**keywords: Unpack[Keywords]) -> None: ...


class Right(Base, age=1): ...


class Misspelt(Base, ages=1): ...  # E: there is no such keyword


class Wrong(Base, age="1"): ...  # E: it is an int


headers(age=1)
headers(ages=1)  # E: there is no such keyword
headers(age="1")  # E: it is an int
'''

#: The mistakes that each checker misses.
MISSED = {"mypy": set[str](), "pyright": set[str](), "pyrefly": set[str](), "ty": {"misspelt"}}


@pytest.mark.parametrize("checker", CHECKERS)
def test_what_a_checker_makes_of_a_typed_dict_of_keywords(checker: str, tmp_path: Path) -> None:
    """Where one sees more than it did, MISSED has to follow; where none misses anything, the keywords can go."""
    file = tmp_path / "keywords.py"
    file.write_text(KEYWORDS)
    lines = KEYWORDS.splitlines()
    kinds = {"misspelt": "there is no such keyword", "type": "it is an int"}

    complaints = {line for _, line in CHECKERS[checker](tmp_path, None)}

    expected = {
        line for _, line in marked([file]) if not any(kinds[kind] in lines[line - 1] for kind in MISSED[checker])
    }
    assert expected == complaints, "does every checker read PEP 692 now? Then reply/class_keywords.py can go"

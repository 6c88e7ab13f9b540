"""Find what a text says otherwise when it is made again: a time, a number that is counted, a random name."""

from __future__ import annotations

import difflib
import re
import time
from collections.abc import Callable, Mapping
from itertools import chain

#: In the place of what varies.
VARIES = "<varies>"

#: A date is one word, and so is a number or a name with what joins its parts.
_WORDS = re.compile(
    r"\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT"
    r"|\d{4}-\d\d-\d\d[T ]\d\d:\d\d[\d:.]*(?:Z|[+-]\d\d:?\d\d)?"
    r"|[\w.+/%~-]+|.",
    re.DOTALL,
)


def twice(make: Callable[[], Mapping[str, str]]) -> dict[str, str]:
    """Make texts, and again a second later; each with `<varies>` where the two differ."""
    first = make()
    wait()
    second = make()
    return {key: common(text, second[key]) for key, text in first.items()}


def wait() -> None:
    """Wait until dates differ, however they are rounded."""
    time.sleep(1)


def common(one: str, other: str) -> str:
    """The words that two texts share, in order, with `<varies>` between them where they differ."""
    if one == other:
        return one
    words, others = _WORDS.findall(one), _WORDS.findall(other)
    matcher = difflib.SequenceMatcher(None, words, others, autojunk=False)
    parts = (words[start:end] if kind == "equal" else [VARIES] for kind, start, end, _, _ in matcher.get_opcodes())
    return "".join(chain.from_iterable(parts))

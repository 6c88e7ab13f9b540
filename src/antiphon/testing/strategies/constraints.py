"""The constraints that a declaration puts on values: of msgspec.Meta, annotated-types and pydantic's Field alike."""

from __future__ import annotations

import dataclasses
import functools
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import annotated_types

#: The limits from below and from above, each with the one of two that is narrower.
_LOWER = ("gt", "ge", "min_length")
_UPPER = ("lt", "le", "max_length", "max_digits", "decimal_places")


@dataclasses.dataclass(frozen=True)
class Constraints:
    """Limits of numbers, moments and durations, of lengths, and the text's pattern; None where nothing is said.

    `aware` says whether a moment has a time zone. `tests` are what else a value must pass.
    """

    gt: Any = None
    ge: Any = None
    lt: Any = None
    le: Any = None
    multiple_of: Any = None
    min_length: int | None = None
    max_length: int | None = None
    max_digits: int | None = None
    decimal_places: int | None = None
    patterns: tuple[re.Pattern[str], ...] = ()
    aware: bool | None = None
    uuid_version: int | None = None
    tests: tuple[Callable[[Any], bool], ...] = ()

    def and_of(self, metadata: Iterable[object]) -> Constraints:
        """These and those of metadata; what constrains nothing is passed over."""
        return functools.reduce(_with, _flat(metadata), self)

    def admits(self, value: Any) -> bool:
        """Whether a value that can be compared is within the limits."""
        return (
            (self.gt is None or value > self.gt)
            and (self.ge is None or value >= self.ge)
            and (self.lt is None or value < self.lt)
            and (self.le is None or value <= self.le)
        )

    @property
    def least(self) -> Any:
        """The limit from below, whether or not it is a value itself."""
        return self.gt if self.ge is None else self.ge

    @property
    def most(self) -> Any:
        """The limit from above, whether or not it is a value itself."""
        return self.lt if self.le is None else self.le

    def sizes(self, usual: int) -> dict[str, int]:
        """`min_size` and `max_size` for Hypothesis; as many as the declaration wants, and not many more."""
        least = self.min_length or 0
        return {"min_size": least, "max_size": max(least, usual) if self.max_length is None else self.max_length}


def _flat(metadata: Iterable[object]) -> Iterator[object]:
    """The metadata one by one: pydantic's FieldInfo, and annotated-types' Interval and Len, hold several."""
    for one in metadata:
        inner = getattr(one, "metadata", None)
        if isinstance(one, annotated_types.GroupedMetadata):
            yield from _flat(one)
        elif isinstance(inner, list | tuple):
            yield from _flat(inner)
        yield one


def _with(found: Constraints, one: Any) -> Constraints:
    said: dict[str, Any] = {}
    for name in (*_LOWER, *_UPPER, "multiple_of"):
        value = getattr(one, name, None)
        if value is not None and not callable(value):
            before = getattr(found, name)
            said[name] = value if before is None else (max if name in _LOWER else min)(before, value)
    pattern = getattr(one, "pattern", None)
    if isinstance(pattern, str | re.Pattern):
        said["patterns"] = (*found.patterns, re.compile(pattern))
    if isinstance(one, annotated_types.Timezone):
        said["aware"] = one.tz is not None
    elif isinstance(getattr(one, "tz", None), bool):  # msgspec.Meta
        said["aware"] = one.tz
    if isinstance(one, annotated_types.Predicate):
        said["tests"] = (*found.tests, one.func)
    version = getattr(one, "uuid_version", None)
    if isinstance(version, int):  # pydantic's UUID4 and its siblings
        said["uuid_version"] = version
    return dataclasses.replace(found, **said)

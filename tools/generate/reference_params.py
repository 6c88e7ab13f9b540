"""Writes `docs/reference/param-types.md`: each type of a param with its text, made by compiling and calling it."""

from __future__ import annotations

import enum
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any, Literal, NewType
from uuid import UUID

from antiphon import ETag, ParamError, SpecError, redirect, respond


class Plan(enum.Enum):
    """A value of each kind of Enum that a param takes."""

    FREE = "free"


class Level(enum.IntEnum):
    """Of numbers."""

    HIGH = 3


UserId = NewType("UserId", int)

#: The type, as it is written, and a value of it.
TYPES: tuple[tuple[str, Any, object], ...] = (
    ("str", str, "text"),
    ("int", int, 7),
    ("bool", bool, True),
    ("float", float, 0.1),
    ("Decimal", Decimal, Decimal("1.20")),
    ("UUID", UUID, UUID(int=7)),
    ('Literal["a", "b"]', Literal["a", "b"], "a"),
    ('class Plan(Enum): FREE = "free"', Plan, Plan.FREE),
    ("class Level(IntEnum): HIGH = 3", Level, Level.HIGH),
    ('NewType("UserId", int)', UserId, UserId(7)),
    ("int | str", int | str, "all"),
    ("str | None", str | None, None),
    ("datetime", datetime, datetime(2026, 11, 29, 8, 30, tzinfo=UTC)),
    ("date", date, date(2026, 11, 29)),
    ("timedelta", timedelta, timedelta(minutes=2)),
    ("ETag", ETag, ETag("v7")),
    ("list[str]", list[str], ["a", "b"]),
    ("tuple[int, ...]", tuple[int, ...], (1, 2)),
    ("set[str]", set[str], {"b", "a"}),
    ("bytes", bytes, b"a"),
    ("dict[str, str]", dict[str, str], {"a": "b"}),
)

#: The values that a text is refused for with each call, though their type is declared.
REFUSED: tuple[tuple[str, Any, str, object], ...] = (
    ("float", float, "math.nan", float("nan")),
    ("int", int, "True", True),
    ('Literal["a", "b"]', Literal["a", "b"], '"c"', "c"),
    ("str", str, r'"a\r\nb"', "a\r\nb"),
    ("datetime", datetime, "a naive one", datetime(2026, 11, 29, 8, 30)),  # noqa: DTZ001 - naive on purpose
    ("timedelta", timedelta, "timedelta(seconds=-1)", timedelta(seconds=-1)),
    ("list[str]", list[str], "[]", []),
    ("list[str]", list[str], '["b, c"]', ["b, c"]),
)

_HEAD = """\
# Param types, and their texts

Made by declaring a param of each type in three places and calling it. "Refused" is a finding where the param is
declared ([AN015](../rules/AN015.md)): `encode=` says how such a type is written.
[Params](params.md) has the rules that the table follows from.
<!-- Written by `nox -s generate`; do not edit. -->

| type | a value | field `X-Param` | cookie | placeholder of a target |
| --- | --- | --- | --- | --- |
"""

_CALLS = """
## Refused with each call

| type | a value | says |
| --- | --- | --- |
"""


def param_types() -> str:
    """The whole page."""
    rows = "".join(
        f"| `{_cell(name)}` | `{_cell(_shown(value))}` | {_text(_field, kind, value)} | {_text(_cookie, kind, value)} |"
        f" {_text(_placeholder, kind, value)} |\n"
        for name, kind, value in TYPES
    )
    refused = "".join(
        f"| `{_cell(name)}` | `{_cell(shown)}` | {_cell(_refusal(kind, value))} |\n"
        for name, kind, shown, value in REFUSED
    )
    return _HEAD + rows + _CALLS + refused


def _field(kind: Any, value: object) -> str | None:
    made: Any = respond(204).header_param("x_param", kind, wire="X-Param").compile()
    found = made(x_param=value).headers.get("x-param")
    return found if found is None else str(found)


def _cookie(kind: Any, value: object) -> str | None:
    made: Any = respond(204).cookie_param("crumb", kind).compile()
    line = made(crumb=value).headers.get("set-cookie")
    return line if line is None else str(line).partition("=")[2].partition(";")[0]


def _placeholder(kind: Any, value: object) -> str | None:
    made: Any = redirect(303, location="/{part}").placeholder_param("part", kind).compile()
    return str(made(part=value).headers["location"]).removeprefix("/")


def _text(place: Callable[[Any, object], str | None], kind: Any, value: object) -> str:
    try:
        found = place(kind, value)
    except (SpecError, ParamError):
        return "refused"
    return "nothing" if found is None else f"`{_cell(found)}`"


def _refusal(kind: Any, value: object) -> str:
    try:
        _field(kind, value)
    except ParamError as error:
        return error.what
    raise LookupError(f"{value!r} is sent as a {kind}, and the page of param types says that it is refused")


def _shown(value: object) -> str:
    """The value as it is written; the members of a set in one order."""
    return f"{{{', '.join(sorted(map(repr, value)))}}}" if isinstance(value, set) else repr(value)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")

"""Forms: how a value of one plain type is tested and read in generated code, as expressions."""

from __future__ import annotations

from typing import Any, Final, NamedTuple


class NotPlainError(Exception):
    """A model, or a value in it, that only pydantic can print."""


class Form(NamedTuple):
    """How a value of one type is tested and read: expressions with `{}` for the value.

    `test` is true for a value that both print alike; empty where all values of the type are.
    """

    test: str = ""
    take: str = "{}"


FREE: Final[Form] = Form()
INT: Final[Form] = Form("_type({}) is _int")
#: From 1e16 upwards msgspec writes `1e16` where pydantic writes `1e+16`; NaN and infinities fail the comparison, too.
FLOAT: Final[Form] = Form("(_type({}) is _float and -1e16 < {} < 1e16)")
#: Offsets with seconds are rounded by msgspec and cut off by pydantic.
MOMENT: Final[Form] = Form("({}.tzinfo is None or {}.tzinfo is _utc or not {}.utcoffset().seconds % 60)")

#: By the type of the core schema. Where an int field may hold True, pydantic writes 1.
LEAVES: dict[str, Form] = {
    "str": FREE,
    "bool": FREE,
    "none": FREE,
    "date": FREE,
    "uuid": FREE,
    "decimal": FREE,
    "int": INT,
    "float": FLOAT,
    "datetime": MOMENT,
    "time": MOMENT,
}


def values_of(values: list[Any]) -> Form:
    """The form of one of these values. Raises NotPlainError unless all are texts and ints."""
    if not set(map(type, values)) <= {str, int}:
        raise NotPlainError
    return FREE


def of_members(form: Form, members: str) -> Form:
    """A collection of values that need no test, of ints, or of models in a list."""
    if form == FREE:
        return FREE
    if form == INT:
        return Form(f"_set(_map(_type, {members})) <= _ints")
    if form.test or members != "{}" or not form.take.endswith("({})"):
        raise NotPlainError
    return Form("_type({}) is _list", f"[{form.take.replace('{}', '_member')} for _member in {{}}]")

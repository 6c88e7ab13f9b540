"""Content by the extension is content by Python: the same octets, the same refusals."""

from __future__ import annotations

import dataclasses
import datetime as dt
import enum
import uuid
from typing import Any

import attrs
import msgspec
import pydantic
from hypothesis import given, settings
from hypothesis import strategies as st

from antiphon import Location, respond
from tests.native_twins import by_object, by_send, needs_extension

pytestmark = needs_extension


class Point(msgspec.Struct):
    x: float
    y: float | None = None
    name: str = ""


class Plain(msgspec.Struct):
    n: int
    name: str


class Farther(Point):
    z: float = 0.0


@dataclasses.dataclass
class Data:
    """Its attributes stand in a dictionary."""

    x: float
    y: float | None = None


@dataclasses.dataclass(slots=True)
class SlottedData:
    x: float
    y: float | None = None


@attrs.define
class Attrs:
    x: float
    y: float | None = None


@attrs.define(slots=False)
class LooseAttrs:
    x: float


class Model(pydantic.BaseModel):
    x: float
    y: float | None = None
    name: str = ""


class Inner(pydantic.BaseModel):
    model_config = pydantic.ConfigDict(extra="allow")
    at: dt.datetime | None = None


class Text(str):
    __slots__ = ()


class Number(float):
    __slots__ = ()


class Whole(int):
    __slots__ = ()


class Octets(bytes):
    pass


class Many(list[Any]):
    pass


class Table(dict[Any, Any]):
    pass


class Colour(enum.StrEnum):
    RED = "red"


TYPES: list[Any] = [
    Point, Plain, Data, SlottedData, Attrs, LooseAttrs, Model, Inner, dict[str, Any], dict[str, float], list[int],
    list[Point], list[Plain], list[Data], list[Attrs], list[Model], Any, str, int, float, bool, Point | Plain | None,
    tuple[int, ...], set[int],
]  # fmt: skip
RESPONSES: dict[str, Any] = {
    **{f"JSON of {type_}": respond(200).json(type_).compile() for type_ in TYPES},
    **{f"JSON of {type_}, null": respond(200).json(type_, nan="null").compile() for type_ in TYPES[:11]},
    **{
        f"JSON of {type_}, validated": respond(200).json(type_, validate="always").compile() for type_ in (Point, Model)
    },
    "text": respond(200).text().compile(),
    "HTML": respond(200).html().compile(),
    "octets": respond(200).bytes("text/csv").background("on_success").compile(),
    "its own media type": respond(200).json(Point, media_type="application/vnd.x+json").compile(),
}

floats = st.floats() | st.floats().map(Number) | st.integers() | st.just(10**400) | st.booleans()
texts = st.text(st.characters(), max_size=6) | st.text(st.characters(), max_size=6).map(Text) | st.just("null")
oddities = [
    Colour.RED, Octets(b"x"), bytearray(b"x"), memoryview(b"x"), object(), ..., Location("/x"),
    dt.datetime.max.replace(tzinfo=dt.UTC), uuid.UUID(int=1), Point, print,
]  # fmt: skip
scalars = st.none() | floats | texts | st.binary(max_size=6) | st.integers().map(Whole) | st.sampled_from(oddities)
fields = floats | scalars
instances = st.one_of(
    st.builds(Point, fields, fields, texts),
    st.builds(Point, st.floats(allow_nan=False, allow_infinity=False)),
    st.builds(Farther, fields, fields, texts, fields),
    st.builds(Plain, scalars, scalars),
    *(st.builds(made, fields, fields) for made in (Data, SlottedData, Attrs)),
    st.builds(LooseAttrs, fields),
    st.builds(Model.model_construct, x=fields, y=fields, name=scalars),
    st.builds(Model, x=st.floats(allow_nan=False), name=texts.filter(str.isascii)),
    st.builds(Inner, y=fields),
)
anything = st.recursive(
    scalars | instances,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.lists(inner, max_size=3).map(Many),
        st.lists(instances, max_size=3),
        st.dictionaries(texts, inner, max_size=3),
        st.dictionaries(scalars.filter(lambda key: key.__hash__ is not None), inner, max_size=2).map(Table),
        st.lists(inner, max_size=2).map(tuple),
    ),
    max_leaves=6,
)


@settings(max_examples=700, deadline=None)
@given(name=st.sampled_from(sorted(RESPONSES)), content=anything)
def test_content_is_said_alike(name: str, content: Any) -> None:
    """Whatever the declared type and whatever is given for it."""
    respond = RESPONSES[name]

    python, native = by_object(respond, content)
    assert python == native
    python, native = by_send(respond, content)
    assert python == native

"""Params of every kind, what they take, and what they should not be given."""

from __future__ import annotations

import enum
import uuid
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from antiphon import ETag, Location, cookie, header, host_cookie, insecure_cookie, placeholder
from antiphon.slots import without_none


class Text(str):
    __slots__ = ()


class Whole(int):
    def __str__(self) -> str:
        return "one"


class Tier(enum.StrEnum):
    FREE = "free"
    PAID = "paid"


class Level(enum.Enum):
    LOW = 1


class Path(Location):
    __slots__ = ()


WEAK = ETag.decode('W/"b"')
#: Each param with its annotation and what stands behind the equals sign.
PARAMS: dict[str, tuple[Any, Callable[[], Any] | None]] = {
    "retry_after": (timedelta | None, lambda: header(default=None)),
    "last_modified": (datetime, None),
    "x_text": (str, None),
    "x_optional": (str | None, lambda: header(default=None)),
    "x_text_default": (str, lambda: header(default="usual")),
    "x_int": (int, None),
    "x_int_default": (int, lambda: header(default=5)),
    "x_uuid": (uuid.UUID, None),
    "x_seen": (datetime, None),
    "x_tags": (list[str], None),
    "x_tier": (Tier, lambda: header(default=Tier.FREE)),
    "x_level": (Level | None, lambda: header(default=None)),
    "sid": (str, lambda: cookie(max_age=3600)),
    "host": (str, host_cookie),
    "number": (int, cookie),
    "theme": (str, lambda: insecure_cookie("t", default="dark")),
    "maybe": (str | None, lambda: cookie(default=None)),
    "csrf": (uuid.UUID | None, lambda: host_cookie(default=None)),
}
#: Fields that are given once, each in several ways.
APART: list[dict[str, dict[str, tuple[Any, Callable[[], Any] | None]]]] = [
    {
        "typed": {"location": (Location, None)},
        "text": {"location": (str, None)},
        "template": {"user": (str, placeholder), "page": (int, placeholder)},
    },
    {
        "typed": {"etag": (ETag | None, lambda: header(default=None))},
        "text": {"etag": (str, lambda: header("ETag"))},
        "default": {"etag": (ETag, lambda: header(default=ETag("a")))},
    },
]

texts = st.one_of(
    st.text(st.characters(max_codepoint=0x17F), max_size=8),
    st.text(st.characters(), max_size=4),
    st.text('ab/%?#:.\\;, \t"', max_size=8),
    st.sampled_from(["", "/", "//", "/a", "//a", "/a b", "/a?b=c#d", "a/b", "usual", "dark", "free", " a", "a\t"]),
    st.sampled_from([4070, 4078, 4079, 4080, 4084, 4086, 4090, 4091, 4092, 4093, 4095, 4096, 4097]).map("v".__mul__),
)
values = st.one_of(
    texts,
    texts.map(Text),
    texts.map(lambda text: attempt(Location, "/" + text)),
    st.sampled_from([Location("/x"), Path("/x"), Location.external("https://b.example/"), ETag("a"), WEAK]),
    st.sampled_from([*Tier, *Level, uuid.UUID(int=7), Whole(1), Text("usual"), b"x", object(), None, ..., {}, int]),
    st.integers() | st.floats() | st.booleans(),
    st.lists(texts | st.integers(), max_size=3) | st.sets(st.integers(), max_size=1),
    st.datetimes() | st.datetimes(timezones=st.just(UTC)) | st.timedeltas(),
)  # fmt: skip
good: dict[Any, st.SearchStrategy[Any]] = {
    str: st.sampled_from(["usual", "dark", "/a", "v"]),
    int: st.integers(),
    uuid.UUID: st.uuids(),
    datetime: st.datetimes(timezones=st.just(UTC)),
    timedelta: st.timedeltas(timedelta(0)),
    Location: st.just(Location("/x")),
    ETag: st.sampled_from([ETag("a"), WEAK]),
    list[str]: st.lists(st.sampled_from(["a", "b"])),
    Tier: st.sampled_from(Tier),
    Level: st.sampled_from(Level),
}


def attempt(call: Callable[[Any], Any], value: Any) -> Any:
    """What a call gives; the value itself where it is refused."""
    try:
        return call(value)
    except ValueError:
        return value


Declared = dict[str, tuple[Any, Callable[[], Any] | None]]


@st.composite
def declared(draw: st.DrawFn) -> Declared:
    """Some of the params."""
    chosen = {name: PARAMS[name] for name in draw(st.lists(st.sampled_from(sorted(PARAMS)), max_size=5, unique=True))}
    for ways in APART:
        chosen |= ways.get(draw(st.sampled_from(["none", *ways])), {})
    return chosen


def namespace(chosen: Declared) -> dict[str, Any]:
    """The body of a class that declares them."""
    specifiers = {name: make() for name, (_, make) in chosen.items() if make is not None}
    return {"__annotations__": {name: annotation for name, (annotation, _) in chosen.items()}, **specifiers}


@st.composite
def keywords(draw: st.DrawFn, chosen: Declared) -> dict[str, Any]:
    """Arguments for them: most of them good, some wrong, some left out, now and then one that nobody declared."""
    given = {}
    for name, (annotation, _) in chosen.items():
        if draw(st.integers(0, 9)) > 0:
            given[name] = draw(good[without_none(annotation)] if draw(st.integers(0, 4)) > 0 else values)
    if draw(st.integers(0, 9)) == 0:
        given[draw(st.sampled_from(["locatoin", "content", "_send", "sid "]))] = {"a": 1}
    if draw(st.booleans()):
        given = {"".join([*name]): value for name, value in given.items()}  # names that are not interned
    return given

"""NaN and the infinities outside of models: refused, or null, in the place of values and of keys."""

from __future__ import annotations

import enum
import math
from typing import Any

import attrs
import msgspec
import pydantic
import pytest

from antiphon import ParamError, respond
from antiphon.responses import JSONResponse

NAN = math.nan


class Rate(enum.Enum):
    NOT = NAN


class Real(float):
    """As numpy's float64 is."""


class Rated(msgspec.Struct):
    rate: Rate | float


@attrs.define
class Measured:
    value: Any


class Model(pydantic.BaseModel):
    rate: float


@pytest.mark.parametrize(
    ("content", "with_null"),
    [
        ({NAN: 1}, '{"null":1}'),
        ({"a": [{-math.inf: NAN}, 1]}, '{"a":[{"null":null},1]}'),
        ({math.inf: [Model(rate=NAN), Rate.NOT]}, '{"null":[{"rate":null},null]}'),
        ({Real(NAN): 1}, '{"null":1}'),
        ([Rate.NOT, Real(math.inf)], "[null,null]"),
        ([Rated(Rate.NOT), Measured(NAN)], '[{"rate":null},{"value":null}]'),
        ([2**70, NAN], "[1180591620717411303424,null]"),
    ],
    ids=repr,
)
def test_nan_is_refused_or_null(content: Any, with_null: str) -> None:
    """By the drop-in and by content of no type, at whatever depth."""
    with pytest.raises(ParamError, match="NaN"):
        JSONResponse(content)
    loose: Any
    for loose in (Any, type(content)):
        refusing: Any = respond(200).json(loose).compile()
        with pytest.raises(ParamError, match="NaN"):
            refusing(content)
        nulling: Any = respond(200).json(loose, nan="null").compile()
        assert with_null.encode() == nulling(content).body


def test_what_only_looks_like_nan_is_sent() -> None:
    """Numbers whose octets resemble NaN in MessagePack, texts, big numbers, null."""
    content = {"nan": "NaN", "list": [0xCB, 127, -16, 2**70, None, b"\xcb\x7f\xf8"], 1.5: -0.0}

    assert (
        b'{"nan":"NaN","list":[203,127,-16,1180591620717411303424,null,"y3/4"],"1.5":-0.0}'
        == JSONResponse(content).body
    )

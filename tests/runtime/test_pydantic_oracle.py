"""Pydantic models are sent as pydantic and FastAPI send them; NaN alone is another matter (decision 0006).

FastAPI validates what a handler returns against the declared type and dumps it by alias, which is the oracle here.
"""

from __future__ import annotations

import contextlib
import enum
import math
import warnings
from collections.abc import Callable
from typing import Annotated, Any, Generic, TypeVar

import msgspec
import pydantic
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, Field, TypeAdapter

from antiphon import ParamError, respond
from antiphon.responses import JSONResponse
from antiphon.runtime.content.validation import Validate
from tests.support.asked import examples

T = TypeVar("T")
NAN = math.nan


class Half(enum.Enum):
    ONE = 0.5
    NOT = NAN


class Plain(BaseModel):
    name: str
    ratio: float | None = 0.5


class Secret(Plain):
    password: str = "s3cret"


class Aliased(BaseModel):
    user_name: str = Field(alias="userName")
    hidden: str = Field(default="s3cret", exclude=True)
    key: pydantic.SecretStr = pydantic.SecretStr("s3cret")

    @pydantic.computed_field  # type: ignore[prop-decorator]  # mypy knows no decorated properties
    @property
    def size(self) -> int:
        """How long the name is."""
        return len(self.user_name)


class Constants(BaseModel, ser_json_inf_nan="constants"):
    ratio: float = 0.5


class Strings(BaseModel, ser_json_inf_nan="strings"):
    ratio: float = 0.5
    nothing: None = None


class Open(BaseModel, extra="allow"):
    name: str = "Ada"


class Computed(BaseModel):
    base: float = 0.5

    @pydantic.computed_field  # type: ignore[prop-decorator]  # mypy knows no decorated properties
    @property
    def again(self) -> float:
        """The same."""
        return self.base


class ByFunction(BaseModel):
    ratio: Any = 0.5

    @pydantic.field_serializer("ratio")
    def _ratio(self, value: Any) -> Any:
        return [value, None]


class Whole(BaseModel):
    ratio: Any = 0.5

    @pydantic.model_serializer
    def _whole(self) -> Any:
        return {"inner": Computed(base=self.ratio)}


class Halves(BaseModel):
    half: Half = Half.ONE
    hidden: float = Field(default=NAN, exclude=True)
    nothing: None = None


class Keys(BaseModel):
    by_number: dict[float, int] = {0.5: 1}
    anything: Any = None


class Page(BaseModel, Generic[T]):
    items: list[T]
    next: Page[T] | None = None


class Envelope(BaseModel, Generic[T]):
    data: T


class Tree(BaseModel):
    value: Plain
    children: list[Tree] = []


@pydantic.dataclasses.dataclass
class Point:
    x: float = Field(alias="X")
    hidden: str = Field(default="s3cret", exclude=True)


def by_pydantic(type_: Any, content: Any) -> bytes:
    """The octets that FastAPI sends for content that a handler returns, given a response model."""
    adapter = TypeAdapter(type_)
    return adapter.dump_json(adapter.validate_python(content, from_attributes=True), by_alias=True)


#: Models, and values of theirs: the first of each without NaN, the rest with it.
MODELS: dict[Any, list[Any]] = {
    Plain: [Plain(name="a"), Plain(name="a", ratio=NAN)],
    Secret: [Secret(name="a"), Secret(name="a", ratio=math.inf)],
    Aliased: [Aliased(userName="Ada")],
    Constants: [Constants(), Constants(ratio=NAN)],
    Open: [Open.model_validate({"more": [1, None]}), Open.model_validate({"more": [NAN]})],
    Computed: [Computed(), Computed(base=-math.inf)],
    ByFunction: [ByFunction(), ByFunction(ratio=NAN)],
    Whole: [Whole(), Whole(ratio=NAN)],
    Halves: [Halves(), Halves(half=Half.NOT)],
    Page[Plain]: [Page[Plain](items=[Plain(name="a")]), Page[Plain](items=[Plain(name="a", ratio=NAN)])],
    Tree: [
        Tree(value=Plain(name="a"), children=[Tree(value=Secret(name="b"))]),
        Tree(value=Plain(name="a"), children=[Tree(value=Secret(name="b", ratio=NAN))]),
    ],
    Point: [Point(X=1), Point(X=NAN)],
}

VALIDATE: tuple[Validate, ...] = ("never", "always")

#: The place of a model in a declared type, and of its value in content.
PLACES: dict[str, tuple[Callable[[Any], Any], Callable[[Any], Any]]] = {
    "itself": (lambda type_: type_, lambda value: value),
    "or None": (lambda type_: type_ | None, lambda value: value),
    "list": (lambda type_: LIST[type_], lambda value: [value, value]),
    "list of it or None": (lambda type_: LIST[type_ | None], lambda value: [value, None]),
    "dict": (lambda type_: DICT[str, type_], lambda value: {"k": value}),
    "tuple": (lambda type_: TUPLE[type_, ...], lambda value: (value,)),
    "pair": (lambda type_: TUPLE[int, type_], lambda value: (1, value)),
    "annotated": (lambda type_: ANNOTATED[type_, "note"], lambda value: value),
    "union": (lambda type_: type_ | int, lambda value: value),
}
LIST: Any = list  # as values, which checkers do not take for types
DICT: Any = dict
TUPLE: Any = tuple
ANNOTATED: Any = Annotated


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_models_are_sent_as_fastapi_sends_them(model: Any, place: str) -> None:
    """The octets are pydantic's, aliases, computed fields, exclusions and serializers among them."""
    declare, wrap = PLACES[place]
    type_, content = declare(model), wrap(MODELS[model][0])
    made: Any = respond(200).json(type_).compile()

    assert by_pydantic(type_, content) == bytes(made(content).body)
    if model is not Point:  # a dataclass without a declared place is one to msgspec
        assert by_pydantic(type_, content) == bytes(JSONResponse(content).body)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("model", [model for model, values in MODELS.items() if values[1:]], ids=lambda m: m.__name__)
def test_nan_is_refused_in_every_lane_or_null_in_every_lane(model: Any, place: str) -> None:
    """Wherever it comes from: a setting, an undeclared member, a computed field, a serializer, an enumeration."""
    declare, wrap = PLACES[place]
    type_, content = declare(model), wrap(MODELS[model][1])
    expected = msgspec.json.decode(by_pydantic(type_, content).replace(b"NaN", b"null"))

    refusing: Any = respond(200).json(type_).compile()
    with pytest.raises(ParamError, match="NaN"):
        refusing(content)
    loose: Any
    for loose in (Any, dict):
        anything: Any = respond(200).json(loose).compile()
        with pytest.raises(ParamError, match="NaN"):
            anything({"k": content})
    with pytest.raises(ParamError, match="NaN"):
        JSONResponse(content)
    nulling: Any = respond(200).json(type_, nan="null").compile()
    assert expected == msgspec.json.decode(nulling(content).body)


@pytest.mark.parametrize("place", [place for place in PLACES if place != "union"])  # where pydantic forgets the setting
def test_nan_that_a_model_writes_as_text_passes(place: str) -> None:
    """`"NaN"` is JSON, and what the model says."""
    declare, wrap = PLACES[place]
    type_, content = declare(Strings), wrap(Strings(ratio=NAN))
    made: Any = respond(200).json(type_).compile()

    assert by_pydantic(type_, content) == bytes(made(content).body)
    assert b'"NaN"' in bytes(made(content).body)


@pytest.mark.parametrize("content", [Keys(by_number={NAN: 1}), Keys(anything={"a": {math.inf: 1}})], ids=repr)
def test_nan_among_the_keys_of_a_model_is_refused(content: Keys) -> None:
    """As it is among the keys of a dict."""
    made = respond(200).json(Keys).compile()

    with pytest.raises(ParamError, match="NaN"):
        made(content)
    assert b'{"by_number":{"0.5":1},"anything":null}' == bytes(made(Keys()).body)


@pytest.mark.parametrize(
    ("type_", "content"),
    [
        (Plain, Secret(name="a")),
        (Plain | None, Secret(name="a")),
        (dict[str, list[Plain | None]], {"k": [None, Secret(name="a")]}),
        (Page[Plain], Page[Secret](items=[Secret(name="a")])),
        (Page[Plain] | None, Page[Secret](items=[Secret(name="a")])),
        (list[Page[Plain]], [Page[Secret](items=[Secret(name="a")], next=Page[Secret](items=[]))]),
        (Page[Plain], Page(items=[Secret(name="a")])),
        (Envelope[int], Envelope(data=1)),
        (Envelope[Plain], Envelope[Secret](data=Secret(name="a"))),
        (dict[str, Envelope[int]], {"k": Envelope(data=1)}),
        (Plain | Aliased, Secret(name="a")),
    ],
    ids=str,
)
def test_subclasses_and_other_arguments_of_a_generic_model_are_narrowed(type_: Any, content: Any) -> None:
    """FastAPI sends these, as the declared model has them; checked content too."""
    for validate in VALIDATE:
        if validate == "never" or type_ != Plain | Aliased:  # which of two models it is, msgspec cannot check
            made: Any = respond(200).json(type_, validate=validate).compile()
            body = bytes(made(content).body)
            assert by_pydantic(type_, content) == body
            assert b"s3cret" not in body


_VALUES: dict[Any, st.SearchStrategy[Any]] = {
    str: st.text(max_size=3),
    int: st.integers(),
    float: st.floats(),
    float | None: st.none() | st.floats(),
    Any: st.none()
    | st.floats()
    | st.lists(st.floats(), max_size=2)
    | st.dictionaries(st.text(max_size=2), st.floats()),
    list[float]: st.lists(st.floats(), max_size=2),
    dict[str, float]: st.dictionaries(st.text(max_size=2), st.floats(), max_size=2),
    Half: st.sampled_from(Half),
    Plain: st.builds(Plain, name=st.text(max_size=2), ratio=st.floats()) | st.builds(Secret, name=st.just("a")),
    Strings: st.builds(Strings, ratio=st.floats()),
    Constants: st.builds(Constants, ratio=st.floats()),
}


CONFIGS: list[dict[str, Any]] = [
    {},
    {"extra": "allow"},
    {"ser_json_inf_nan": "constants"},
    {"alias_generator": str.upper, "populate_by_name": True},
]


@settings(max_examples=examples(300), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_generated_models_are_sent_as_pydantic_sends_them_or_refused_for_nan(data: st.DataObject) -> None:
    """Whatever the fields, the settings and the place: pydantic's JSON, or a refusal where a number has none."""
    kinds = data.draw(st.lists(st.sampled_from(list(_VALUES)), min_size=1, max_size=3))
    config: Any = data.draw(st.sampled_from(CONFIGS))
    fields: Any = {f"f{at}": (type_, ...) for at, type_ in enumerate(kinds)}
    model = pydantic.create_model("Made", __config__=config, **fields)
    value = model(**{f"f{at}": data.draw(_VALUES[type_]) for at, type_ in enumerate(kinds)})
    # In a union pydantic forgets that a model writes NaN as text.
    places = [place for place in PLACES if place != "union" or Strings not in kinds]
    declare, wrap = PLACES[data.draw(st.sampled_from(places))]
    type_, content = declare(model), wrap(value)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        in_python = TypeAdapter(type_).dump_python(content, by_alias=True)
        expected = TypeAdapter(type_).dump_json(content, by_alias=True)

    made: Any = respond(200).json(type_).compile()
    body = None
    with contextlib.suppress(ParamError):
        body = bytes(made(content).body)

    if body is None:
        assert _holds_nan(in_python)
    else:
        assert msgspec.json.decode(expected) == msgspec.json.decode(body)
        assert not _holds_nan(in_python) or b'"NaN"' in body or b'Infinity"' in body


def _holds_nan(value: Any) -> bool:
    if isinstance(value, enum.Enum):
        value = value.value
    if isinstance(value, dict):
        return any(map(_holds_nan, value.values()))
    if isinstance(value, list | tuple):
        return any(map(_holds_nan, value))
    return isinstance(value, float) and not math.isfinite(value)

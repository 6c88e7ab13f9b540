"""Plain pydantic models are printed by msgspec: in pydantic's octets, or by pydantic."""

from __future__ import annotations

import datetime as dt
import decimal
import enum
import functools
import pathlib
import uuid
import warnings
from collections.abc import Callable, Iterator
from typing import Annotated, Any, Literal

import msgspec
import pydantic
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, Field

from antiphon import ParamError, respond
from antiphon.responses import JSONResponse
from antiphon.runtime.content import json as json_content
from antiphon.runtime.content import pydantic_json
from antiphon.runtime.content.pydantic_models import plain_encoder
from antiphon.runtime.content.unknown import model_encoder
from tests.support.asked import examples


class Colour(enum.Enum):
    RED = "red"
    BLUE = 2


class Level(enum.IntEnum):
    LOW = 1


class Ratio(enum.Enum):
    HALF = 0.5


class Address(BaseModel):
    street: str
    zip: str | None = None
    height: float = 0.5


class Person(BaseModel):
    id: int
    name: str
    balance: float | None = None
    home: Address | None = None
    others: list[Address] = []


class Citizen(Address):
    secret: str = "hidden"


def by_pydantic(content: Any) -> bytes:
    """The octets that pydantic prints."""
    octets: bytes = type(content).__pydantic_serializer__.to_json(content, by_alias=True)
    return octets


class Lane:
    """A model's encoder, which tells by which of the two routes the octets came."""

    def __init__(self, model: type[BaseModel]) -> None:
        self.fell_back = False
        self.encode = plain_encoder(model, many=False, fallback=self._fallback)

    def _fallback(self, content: Any) -> bytes:
        self.fell_back = True
        return by_pydantic(content)

    def route(self, content: Any) -> Literal["refused", "pydantic", "msgspec"]:
        """The route that a value takes; octets that come by msgspec are pydantic's."""
        if self.encode is None:
            return "refused"
        self.fell_back = False
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            expected = by_pydantic(content)
            as_declared = not caught  # what pydantic warns of is not what the model declares
            octets = self.encode(content)
        assert not as_declared or expected == octets
        return "pydantic" if self.fell_back else "msgspec"


def test_plain_models_take_the_quick_route() -> None:
    """One model, models in it, lists of them, absent values: msgspec prints all of it."""
    lane = Lane(Person)
    home = Address(street="Näätä\n\u2028", zip="00100")
    people = [
        Person(id=1, name="Ada"),
        Person(id=-(2**70), name="", balance=1e-7, home=home, others=[home, Address(street="x", height=-0.0)]),
    ]

    assert ["msgspec", "msgspec"] == [lane.route(person) for person in people]


@pytest.mark.parametrize(
    "change",
    [
        {"id": True},
        {"id": Level.LOW},
        {"balance": 3},
        {"balance": 1e16},
        {"balance": -1e300},
        {"balance": float("nan")},
        {"name": pathlib.Path("x")},
        {"home": Citizen(street="x")},
        {"others": [Citizen(street="x")]},
        {"others": (Address(street="x"),)},
        {"name": "\ud800"},
        {"undeclared": 1},
    ],
    ids=str,
)
def test_a_value_that_is_printed_differently_is_left_to_pydantic(change: dict[str, Any]) -> None:
    """Values that a type checker admits and msgspec spells in another way, and values that it cannot print."""
    person = Person(id=1, name="Ada", home=Address(street="x"))
    vars(person).update(change)
    lane = Lane(Person)
    assert lane.encode is not None

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            expected: bytes | str = by_pydantic(person)
        except ValueError as error:
            expected = str(error)
        try:
            octets: bytes | str = lane.encode(person)
        except ValueError as error:
            octets = str(error)

    assert (expected, True) == (octets, lane.fell_back)


def test_a_subclass_is_narrowed_by_pydantic() -> None:
    """Members that a subclass adds are not sent, at any depth."""
    response = respond(200).json(Person).compile()
    person = Person(id=1, name="Ada", home=Citizen(street="x"), others=[Citizen(street="y")])

    assert b"secret" not in bytes(response(person).body)


def test_a_model_without_a_field_is_left_to_pydantic() -> None:
    """A model that was constructed without validation may lack a field."""
    assert Lane(Address).route(Address.model_construct(street="x", zip=None)) == "msgspec"
    incomplete = Address(street="x")
    del incomplete.zip

    lane = Lane(Address)
    assert lane.encode is not None
    assert (b'{"street":"x","height":0.5}', True) == (lane.encode(incomplete), lane.fell_back)


class Computed(BaseModel):
    id: int

    @pydantic.computed_field  # type: ignore[prop-decorator]  # mypy knows no decorated properties
    @property
    def double(self) -> int:
        """Twice the id."""
        return self.id * 2


class Cached(BaseModel):
    id: int

    @functools.cached_property
    def double(self) -> int:
        """Twice the id."""
        return self.id * 2


class FieldSerializer(BaseModel):
    id: int

    @pydantic.field_serializer("id")
    def text(self, value: int) -> str:
        """The id as text."""
        return str(value)


class ModelSerializer(BaseModel):
    id: int

    @pydantic.model_serializer
    def text(self) -> str:
        """The whole as text."""
        return str(self.id)


class WrapSerializer(BaseModel):
    id: int

    @pydantic.model_serializer(mode="wrap")
    def wrapped(self, handler: Callable[[Any], Any]) -> dict[str, Any]:
        """One field more."""
        return {**handler(self), "more": 1}


class After(BaseModel):
    id: int

    @pydantic.field_validator("id")
    def anything(cls, value: int) -> Any:  # noqa: N805 - pydantic makes it a class method
        """A value of another type."""
        return dt.timedelta(value)


class AfterModel(BaseModel):
    id: int

    @pydantic.model_validator(mode="after")
    def anything(self) -> Any:
        """The model, changed."""
        return self


class Itself(BaseModel):
    inner: list[Itself] = []


class Opaque:
    """Pydantic knows nothing of it."""


def _model(annotation: Any, **settings: Any) -> type[BaseModel]:
    config: Any = settings
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # json_encoders
        return pydantic.create_model("Made", __config__=config, value=annotation)


REFUSED: dict[str, Any] = {
    "computed field": Computed,
    "cached property": Cached,
    "field serializer": FieldSerializer,
    "model serializer": ModelSerializer,
    "wrap serializer": WrapSerializer,
    "validator after": After,
    "model validator after": AfterModel,
    "model that holds itself": Itself,
    "serializer in the annotation": _model(Annotated[int, pydantic.PlainSerializer(str)]),
    "serializer of members": _model(list[Annotated[int, pydantic.PlainSerializer(str)]]),
    "serialize as any": _model(pydantic.SerializeAsAny[Address]),
    "exclude": _model((int, Field(1, exclude=True))),
    "alias": _model((int, Field(1, alias="other"))),
    "serialization alias": _model((int, Field(1, serialization_alias="other"))),
    "alias generator": _model(int, alias_generator=str.upper),
    "extra": _model(int, extra="allow"),
    "json_encoders": _model(dt.datetime, json_encoders={dt.datetime: str}),
    "ser_json_inf_nan": _model(float, ser_json_inf_nan="constants"),
    "ser_json_bytes": _model(int, ser_json_bytes="base64"),
    "ser_json_timedelta": _model(int, ser_json_timedelta="float"),
    "use_enum_values": _model(Colour, use_enum_values=True),
    "root model": pydantic.RootModel[int],
    "timedelta": _model(dt.timedelta),
    "bytes": _model(bytes),
    "any": _model(Any),
    "bare list": _model(list),
    "bare dict": _model(dict),
    "members that are floats": _model(list[float]),
    "members that are moments": _model(tuple[dt.datetime, ...]),
    "keys that are not text": _model(dict[int, str]),
    "models as values": _model(dict[str, Address]),
    "union": _model(int | str),
    "enum of floats": _model(Ratio),
    "literal of members": _model(Literal[Colour.RED]),
    "secret": _model(pydantic.SecretStr),
    "url": _model(pydantic.AnyUrl),
    "path": _model(pathlib.Path),
    "class of no kind": _model(Opaque, arbitrary_types_allowed=True),
    "default of another type": _model((str, Field(1e20))),
    "default factory": _model((str, Field(default_factory=lambda: b"x"))),
    "in a model": _model(Computed),
    "in a list": _model(list[FieldSerializer]),
}


@pytest.mark.parametrize("model", REFUSED.values(), ids=REFUSED)
def test_a_model_that_is_not_proven_plain_is_refused(model: type[BaseModel]) -> None:
    """Whatever could change what is printed leaves the model to pydantic."""
    assert plain_encoder(model, many=False, fallback=by_pydantic) is None
    assert plain_encoder(model, many=True, fallback=by_pydantic) is None


def test_a_model_that_is_not_complete_is_refused() -> None:
    """A model whose schema waits for a name proves nothing."""

    class Waiting(BaseModel):
        value: Unknown  # type: ignore[name-defined]  # noqa: F821 - that is the point

    assert plain_encoder(Waiting, many=False, fallback=by_pydantic) is None


_OFFSETS = st.timedeltas(dt.timedelta(hours=-23), dt.timedelta(hours=23)).map(dt.timezone)
_ZONES = st.none() | st.just(dt.UTC) | _OFFSETS | st.timezones()

#: Types with values of theirs; the second half is never in the lane.
LEAVES: dict[Any, st.SearchStrategy[Any]] = {
    str: st.text(),
    int: st.integers(),
    bool: st.booleans(),
    float: st.floats(),
    type(None): st.none(),
    dt.date: st.dates(),
    dt.time: st.times(timezones=_ZONES),
    dt.datetime: st.datetimes(timezones=_ZONES),
    uuid.UUID: st.uuids(),
    decimal.Decimal: st.decimals(allow_nan=False, allow_infinity=False),
    Colour: st.sampled_from(Colour),
    Level: st.sampled_from(Level),
    Literal["a", 1]: st.sampled_from(["a", 1]),
    Address: st.builds(Address, street=st.text(), zip=st.none() | st.text(), height=st.floats()),
    Citizen: st.builds(Citizen, street=st.text(), secret=st.text()),
    dt.timedelta: st.timedeltas(),
    bytes: st.binary().filter(lambda octets: octets.isascii()),
    Ratio: st.sampled_from(Ratio),
    Computed: st.builds(Computed, id=st.integers()),
    Any: st.floats() | st.text(),
}


def _collections(leaf: tuple[Any, st.SearchStrategy[Any]]) -> list[tuple[Any, st.SearchStrategy[Any]]]:
    type_, values = leaf
    few = st.lists(values, max_size=3)
    made = [
        (type_, values),
        (type_ | None, st.none() | values) if type_ is not Any else (type_, values),
        (list[type_], few),  # type: ignore[valid-type]  # the types are values here
        (tuple[type_, ...], few.map(tuple)),  # type: ignore[valid-type]  # as above
        (tuple[int, type_], st.tuples(st.integers(), values)),  # type: ignore[valid-type]  # as above
        (dict[str, type_], st.dictionaries(st.text(), values, max_size=3)),  # type: ignore[valid-type]  # as above
        (list[type_] | None, st.none() | few),  # type: ignore[valid-type]  # as above
    ]
    if type_ not in (Address, Citizen, Computed, Any):
        made.append((set[type_], few.map(set)))  # type: ignore[valid-type]  # as above
    return made


_FIELD = st.sampled_from(list(LEAVES.items())).flatmap(lambda leaf: st.sampled_from(_collections(leaf)))
_CONFIG: st.SearchStrategy[Any] = st.sampled_from(
    [{}, {"frozen": True}, {"extra": "forbid"}, {"extra": "allow"}, {"alias_generator": str.upper}]
)


@settings(max_examples=examples(150), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_the_octets_are_pydantics_or_the_lane_was_refused(data: st.DataObject) -> None:
    """For generated models and values of theirs, the lane gives the octets of `to_json(by_alias=True)`."""
    kinds = data.draw(st.lists(_FIELD, min_size=1, max_size=4))
    fields: dict[str, Any] = {f"f{at}": (type_, ...) for at, (type_, _) in enumerate(kinds)}
    model = pydantic.create_model("Made", __config__=data.draw(_CONFIG), **fields)
    lane = Lane(model)
    values = {f"f{at}": data.draw(values) for at, (_, values) in enumerate(kinds)}
    content = model.model_construct(**values)
    if lane.encode is None:
        return
    try:
        by_pydantic(content)
    except ValueError:
        with pytest.raises(ValueError, match=r".+"):
            lane.encode(content)
        return
    lane.route(content)


_ANYTHING = st.one_of(
    *LEAVES.values(),
    st.lists(st.integers() | st.booleans() | st.text(), max_size=3),
    st.dictionaries(st.text(), st.integers() | st.booleans(), max_size=2),
)


class Wide(BaseModel):
    a: int
    b: float | None
    c: str
    d: list[int]
    e: dict[str, int]
    f: dt.datetime
    g: Colour
    h: Address
    i: set[int]
    j: bool


WIDE: dict[str, Any] = {
    "a": 1, "b": None, "c": "", "d": [], "e": {}, "f": dt.datetime(2024, 1, 1, tzinfo=dt.UTC), "g": Colour.RED,
    "h": Address(street=""), "i": set(), "j": True,
}  # fmt: skip


@settings(max_examples=examples(150), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(name=st.sampled_from(sorted(WIDE)), value=_ANYTHING)
def test_a_value_that_was_never_validated_is_pydantics_or_one_that_it_warns_of(name: str, value: Any) -> None:
    """Assigned without validation, a value still gives pydantic's octets, unless pydantic calls it unexpected."""
    content = Wide.model_construct(**(WIDE | {name: value}))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            by_pydantic(content)
    except ValueError:
        return
    Lane(Wide).route(content)


def test_generated_models_take_both_routes() -> None:
    """The generated models of these tests are not all refused: each plain leaf alone is taken."""
    plain = [type_ for type_ in LEAVES if Lane(_model(type_)).encode is not None]

    assert list(LEAVES)[:15] == plain


class Envelope(msgspec.Struct):
    people: list[Person]
    first: Person | None = None
    computed: Computed | None = None


@pytest.fixture
def by_route(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Any]]:
    """The values that pydantic is asked to print while the test runs."""
    asked: list[Any] = []
    model_encoder.cache_clear()
    json_content._content_of.cache_clear()
    make = pydantic_json.encoder

    def recording(type_: Any, *arguments: Any) -> Callable[..., bytes]:
        to_json = make(type_, *arguments)

        def encode(content: Any) -> bytes:
            asked.append(content)
            return to_json(content)

        return encode

    monkeypatch.setattr(pydantic_json, "encoder", recording)
    monkeypatch.setattr(pydantic_json, "may_hold_nan", lambda _: True)  # or pydantic is asked directly
    yield asked
    model_encoder.cache_clear()
    json_content._content_of.cache_clear()


def test_models_lists_and_envelopes_are_printed_without_pydantic(by_route: list[Any]) -> None:
    """A model, a list of models and a Struct with models in it: pydantic is not asked, and would say the same."""
    people = [Person(id=1, name="Ada"), Person(id=2, name="Bob", home=Address(street="x"))]
    one = respond(200).json(Person).compile()(people[0])
    many = respond(200).json(list[Person]).compile()(people)
    envelope = respond(200).json(Envelope).compile()(Envelope(people, people[1]))
    mapping = respond(200).json(dict[str, Person]).compile()({"a": people[0]})

    texts = [by_pydantic(person).decode() for person in people]
    assert [
        texts[0],
        f"[{texts[0]},{texts[1]}]",
        f'{{"people":[{texts[0]},{texts[1]}],"first":{texts[1]},"computed":null}}',
        f'{{"a":{texts[0]}}}',
    ] == [bytes(response.body).decode() for response in (one, many, envelope, mapping)]
    assert by_route == []


def test_drop_in_responses_print_plain_models_so_too(by_route: list[Any]) -> None:
    """Models in content of no declared type are recognised one by one."""
    person, computed = Person(id=1, name="Ada"), Computed(id=2)

    assert b"[%b,%b]" % (by_pydantic(person), by_pydantic(computed)) == JSONResponse([person, computed]).body
    assert [computed] == by_route


def test_doubtful_models_in_lists_and_envelopes_are_printed_by_pydantic(by_route: list[Any]) -> None:
    """One doubtful model in a list leaves the list to pydantic; in a Struct, itself."""
    doubtful, plain = Person(id=True, name="Ada"), Person(id=2, name="Bob")
    vars(doubtful)["id"] = True
    respond(200).json(list[Person]).compile()([plain, doubtful])
    computed = Computed(id=1)
    body = respond(200).json(Envelope).compile()(Envelope([plain, doubtful], None, computed)).body

    assert [[plain, doubtful], doubtful, computed] == by_route
    assert b'{"id":1,"name":"Ada"' in bytes(body)
    assert b'"computed":{"id":1,"double":2}' in bytes(body)


@pytest.mark.parametrize("type_", [Person, list[Person], Envelope], ids=str)
def test_nan_in_a_plain_model_is_refused(type_: Any) -> None:
    """The quick route looks for NaN as the other does, also in models within models."""
    person = Person(id=1, name="Ada", others=[Address(street="x", height=float("nan"))])
    contents: Any = {Person: person, Envelope: Envelope([person])}
    content = contents.get(type_, [person])

    refusing: Any = respond(200).json(type_).compile()
    admitting: Any = respond(200).json(type_, nan="null").compile()

    with pytest.raises(ParamError, match="NaN"):
        refusing(content)
    assert b'"height":null' in admitting(content).body

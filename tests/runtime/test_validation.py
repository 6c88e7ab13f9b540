"""`validate=`: content is checked against its declared type with each call, where that is asked for."""

from __future__ import annotations

import dataclasses
import datetime as dt
import subprocess
import sys
import uuid
import warnings
from typing import Annotated, Any, Literal, TypedDict

import attrs
import msgspec
import pydantic
import pytest
from hypothesis import given
from hypothesis import strategies as st

from antiphon import Created, Location, ParamError, Reply, ResponseSpec, SpecError, respond
from antiphon.compiler.compiler import compile_spec
from antiphon.runtime.content.core_schema import OPAQUE
from antiphon.runtime.content.json import content_of
from tests.support.patience import PATIENCE


class Inner(msgspec.Struct):
    when: dt.datetime | None = None
    codes: list[int] = []


class Outer(msgspec.Struct):
    id: Annotated[int, msgspec.Meta(ge=0)]
    inner: Inner = msgspec.field(default_factory=Inner)


class More(Outer):
    secret: str = "hidden"


@dataclasses.dataclass
class Item:
    price: float
    key: uuid.UUID | None = None


@attrs.define
class Tag:
    name: str


class Row(TypedDict):
    id: int


class Model(pydantic.BaseModel):
    id: int = pydantic.Field(ge=0)
    note: str | None = None
    others: list[Model] = []


class SubModel(Model):
    secret: str = "hidden"


@pydantic.dataclasses.dataclass
class Aliased:
    at: int = pydantic.Field(alias="At")


class Named(pydantic.BaseModel):
    """Names that are read are not those of the attributes."""

    id: int = pydantic.Field(alias="Id")
    way: int = pydantic.Field(validation_alias=pydantic.AliasPath("a", 0), serialization_alias="Way")
    by: Aliased = pydantic.Field(validation_alias=pydantic.AliasChoices("by", "By"))
    others: list[Named] = []


NAMED = {"Id": 1, "a": [2], "By": {"At": 3}}


class Envelope(msgspec.Struct):
    models: list[Model]


NOON = dt.datetime(2024, 1, 1, 12, tzinfo=dt.UTC)

RIGHT: list[tuple[Any, Any]] = [
    (Outer, Outer(1, Inner(NOON, [1]))),
    (Outer, More(1)),
    (list[Outer], [Outer(0), More(2)]),
    (list[Item], [Item(1.5), Item(2)]),
    (list[Item], []),
    (Item, Item(1, uuid.UUID(int=1))),
    (Tag, Tag("x")),
    (Row, Row(id=1)),
    (dict[str, list[int]], {"a": [1]}),
    (int | str, "x"),
    (str, "x"),
    (object, object),
    (Model, Model(id=1, others=[Model(id=2)])),
    (Model, SubModel(id=1)),
    (list[Model], [Model(id=1)]),
    (Named, Named.model_validate({**NAMED, "others": [NAMED]})),
    (list[Named], [Named.model_validate(NAMED)]),
    (dict[str, Named], {"a": Named.model_validate(NAMED)}),
    (Envelope, Envelope([Model(id=1), SubModel(id=2)])),
    (Annotated[int, msgspec.Meta(extra={"a": 1})], 3),
]


@pytest.mark.parametrize(("type_", "content"), [row for row in RIGHT if row[1] is not object], ids=str)
def test_content_that_is_as_declared_is_sent_as_ever(type_: Any, content: Any) -> None:
    """The check changes nothing in what is sent."""
    checked: Any = respond(200).json(type_, validate="always").compile()
    unchecked: Any = respond(200).json(type_).compile()

    assert unchecked(content).body == checked(content).body


def _changed(value: Any, **changes: Any) -> Any:
    for name, change in changes.items():
        setattr(value, name, change)
    return value


WRONG: dict[str, tuple[Any, Any]] = {
    "attribute of another type": (Outer, _changed(Outer(1), id="1")),
    "True for an int": (Outer, _changed(Outer(1), id=True)),
    "constraint": (Outer, _changed(Outer(1), id=-1)),
    "deeper attribute": (Outer, Outer(1, _changed(Inner(), codes=["a"]))),
    "text for a moment": (Outer, Outer(1, _changed(Inner(), when="2024-01-01T00:00:00Z"))),
    "moment for a text": (Tag, Tag(NOON)),  # type: ignore[arg-type]  # that is the point
    "member of a list": (list[Outer], [Outer(1), _changed(Outer(1), id=None)]),
    "dataclass in a list": (list[Item], [Item(1), _changed(Item(1), key=2)]),
    "dataclass": (Item, Item("1")),  # type: ignore[arg-type]  # that is the point
    "text for a UUID": (Item, _changed(Item(1), key=str(uuid.UUID(int=1)))),
    "absent attribute": (Row, {}),
    "value of a mapping": (dict[str, list[int]], {"a": [1.5]}),
    "root": (int | str, 1.5),
    "pydantic attribute": (Model, _changed(Model(id=1), id="1")),
    "pydantic constraint": (Model, Model.model_construct(id=-1)),
    "pydantic model in a model": (Model, Model(id=1, others=[Model.model_construct(id="x")])),
    "pydantic model in a list": (list[Model], [Model(id=1), Model.model_construct(id=None)]),
    "pydantic model in a Struct": (Envelope, Envelope([Model.model_construct(id=-1)])),
    "no model in a Struct": (Envelope, Envelope([{"id": 1}])),  # type: ignore[list-item]  # that is the point
    "another model in a Struct": (Envelope, Envelope([pydantic.RootModel[int](1)])),  # type: ignore[list-item]  # as above
    "aliased attribute": (Named, _changed(Named.model_validate(NAMED), way="x")),
    "aliased attribute of a dataclass": (
        Named,
        _changed(Named.model_validate(NAMED), by=_changed(Aliased(At=1), at="x")),
    ),
    "text for a model": (Envelope, Envelope([Model(id=1), "0"])),  # type: ignore[list-item]  # as above
}


@pytest.mark.parametrize(("type_", "content"), WRONG.values(), ids=WRONG)
def test_content_that_is_not_as_declared_is_refused(type_: Any, content: Any) -> None:
    """A mistake that no type checker saw is found before it is sent."""
    response: Any = respond(200).json(type_, validate="always").compile()

    with pytest.raises(ParamError, match="content"):
        response(content)


def test_by_default_only_the_outermost_type_is_looked_at() -> None:
    """The check costs more than the response, so nobody pays for it unasked."""
    assert b'{"id":"1"' in respond(200).json(Outer).compile()(_changed(Outer(1), id="1")).body
    assert content_of(Outer) is content_of(Outer, validate="never")


def test_a_refusal_names_the_place_and_not_the_value() -> None:
    """Values may be secrets."""
    response = respond(200).json(list[Model], validate="always").compile()

    with pytest.raises(ParamError, match=r"1\.id: Input should be a valid integer") as refused:
        response([Model(id=1), Model.model_construct(id="secret")])
    assert "secret" not in str(refused.value)


@given(st.floats())
def test_null_for_nan_is_no_other_type(number: float) -> None:
    """Where NaN may become null, NaN is still a float."""
    response = respond(200).json(list[float], nan="null", validate="always").compile()

    assert msgspec.json.encode([number]) == response([number]).body


@pytest.fixture(params=["", "0", "1"])
def debug(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Whether ANTIPHON_DEBUG asks for the checks."""
    monkeypatch.setenv("ANTIPHON_DEBUG", request.param)
    return request.param == "1" or sys.flags.dev_mode


def test_debug_checks_where_the_environment_asks_for_it(debug: bool) -> None:
    """The environment is read when the response is compiled."""
    response = respond(200).json(Outer, validate="debug").compile()
    wrong = _changed(Outer(1), id="1")

    if debug:
        with pytest.raises(ParamError):
            response(wrong)
    else:
        assert b'"id":"1"' in response(wrong).body


@pytest.mark.parametrize(("options", "checks"), [([], "False"), (["-X", "dev"], "True")], ids=["plain", "dev"])
def test_debug_checks_in_pythons_development_mode(options: list[str], checks: str) -> None:
    """`python -X dev` asks for it, too."""
    code = "from antiphon.runtime.content.validation import is_active; print(is_active('debug'))"
    environment = {"PYTHONPATH": ":".join(sys.path)}

    done = subprocess.run(
        [sys.executable, *options, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env=environment,
        timeout=PATIENCE,
    )

    assert checks == done.stdout.strip()


def test_a_type_that_nothing_can_check_is_refused() -> None:
    """A check that cannot be made is not left out in silence."""
    with pytest.raises(TypeError, match="validate: msgspec cannot check"):
        content_of(Outer | Inner, validate="always")


@pytest.mark.parametrize("validate", ["always", "debug"])
def test_such_a_type_is_a_finding(validate: Literal["always", "debug"]) -> None:
    """AN047, at the line of the declaration; `check` raises nothing, and neither does a field from the content."""
    either: Any = Outer | Inner
    drafts = [
        respond(200).json(either, validate=validate),
        respond(200).json(either, validate=validate).from_content("etag"),
        respond(200).json_lines(either, validate=validate),
        respond(200).events(either, validate=validate),
    ]
    for draft in drafts:
        assert "AN047" in [found.code for found in draft.check()]
        with pytest.raises(SpecError, match="AN047"):
            draft.compile()
    accepted = respond(200).json(either, validate="always").accept_finding("AN047", because="nobody can")
    with pytest.raises(SpecError, match="AN025"):
        accepted.compile()
    assert () == respond(200).json(either).check()


def test_a_spec_from_json_checks_as_well() -> None:
    """The choice is part of the description."""
    spec = respond(200).json(Outer, validate="always").spec()
    again: Any = compile_spec(ResponseSpec.model_validate_json(spec.model_dump_json()))

    with pytest.raises(ParamError):
        again(_changed(Outer(1), id="1"))


def test_a_class_of_replies_checks_and_hands_it_down() -> None:
    """`validate=` in a class statement holds for the classes below it."""

    class Checked(Reply[Outer], validate="always"):
        """Checked."""

    class Below(Checked, status=202):
        """Checked, too."""

    class Made(Created[Outer], validate="always"):
        """A status of its own."""

    wrong = _changed(Outer(1), id="1")
    for make in (Checked, Below, lambda content: Made(content, location=Location("/x"))):
        with pytest.raises(ParamError):
            make(wrong)


def test_a_draft_that_lacks_a_field_takes_it_too() -> None:
    """The states without `compile` have the same step."""
    response = respond(401).json(Outer, validate="always").www_authenticate("Basic realm=x").compile()

    with pytest.raises(ParamError):
        response(_changed(Outer(1), id="1"))


def test_another_word_is_refused() -> None:
    """A misspelt choice is an error at the user's line."""
    draft: Any = respond(200)

    with pytest.raises(SpecError, match="validation"):
        draft.json(Outer, validate="sometimes")


class Counted(pydantic.BaseModel):
    """A model that says what it takes."""

    n: int = pydantic.Field(ge=0)


#: Names that a core schema has of its own, and any other.
NAMES = ("anything", "type", "schema", "fields", "choices", *sorted(OPAQUE - {"cls"}))


@pytest.mark.parametrize("name", NAMES)
def test_a_field_may_have_any_name(name: str) -> None:
    """Also one of those by which a core schema keeps a user's own values: what is in the field is looked into."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # some hide an attribute of BaseModel
        make: Any = pydantic.create_model  # whose keywords are names
        model = make("Holder", **{name: (Counted, ...)})
    responded = respond(200).json(model, validate="always").compile()
    assert b'{"n":1}' in responded(model.model_construct(**{name: Counted(n=1)})).body
    with pytest.raises(ParamError, match=f"{name}.n"):
        responded(model.model_construct(**{name: Counted.model_construct(n=-1)}))


def test_a_label_of_a_union_may_be_any() -> None:
    """The labels of a tagged union are texts of the user's, and what they choose is looked into."""

    class Chosen(pydantic.BaseModel):
        kind: Literal["config"]
        n: int = pydantic.Field(ge=0)

    class Other(pydantic.BaseModel):
        kind: Literal["members"]

    class Holder(pydantic.BaseModel):
        one: Annotated[Chosen | Other, pydantic.Field(discriminator="kind")]

    responded = respond(200).json(Holder, validate="always").compile()
    with pytest.raises(ParamError, match="one"):
        responded(Holder.model_construct(one=Chosen.model_construct(kind="config", n=-1)))

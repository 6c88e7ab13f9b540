"""The judge looks types up by name: whatever a name leads to, it raises nothing, and says where it leads nowhere."""

from __future__ import annotations

import sys
import types
from collections.abc import Callable, Mapping
from typing import Any, get_args

import pytest

from antiphon import HeaderSpec, Reply, ResponseSpec, SpecError, check, respond
from antiphon.spec import AddedFieldSpec, CookieSpec, DocumentSpec, ExampleSpec, ParamSpec
from antiphon.spec.bodies import (
    BodySpec,
    EmptyBody,
    EventsBody,
    JSONBody,
    JSONLinesBody,
    ProblemBody,
    RedirectBody,
)
from antiphon.spec.json_options import JSONOptions
from antiphon.spec.type_name import TypeName

_ONE = (ExampleSpec(name="one", content="1"),)
_ETAG = HeaderSpec(name="ETag", from_content=True)
_LOCATION = HeaderSpec(name="Location", template="/users/{x}")


def _param(**parts: object) -> ResponseSpec:
    param = ParamSpec(name="x", fills="header", slot="X-Own", **parts)  # type: ignore[arg-type]  # what each case gives
    return ResponseSpec(status=200, headers=(HeaderSpec(name="X-Own"),), params=(param,))


def _cookie(name: TypeName) -> ResponseSpec:
    param = ParamSpec(name="x", fills="cookie", slot="x", type=name)
    return ResponseSpec(status=200, cookies=(CookieSpec(name="x", path="/", same_site="lax"),), params=(param,))


def _placeholder(name: TypeName) -> ResponseSpec:
    param = ParamSpec(name="x", fills="placeholder", slot="x", type=name)
    return ResponseSpec(status=201, headers=(_LOCATION,), params=(param,))


#: The places of a spec that hold the name of a type or of a function.
PLACES: dict[str, Callable[[TypeName], ResponseSpec]] = {
    "body.model": lambda name: ResponseSpec(status=200, body=JSONBody(model=name), examples=_ONE),
    "body.model of what is validated and hashed": lambda name: ResponseSpec(
        status=200, headers=(_ETAG,), body=JSONBody(model=name, validation="always")
    ),
    "body.events of what is validated": lambda name: ResponseSpec(
        status=200, headers=(_ETAG,), body=EventsBody(events=name, validation="debug")
    ),
    "body.options.encode": lambda name: ResponseSpec(
        status=200, body=JSONBody(model=TypeName("int"), options=JSONOptions(encode=name)), examples=_ONE
    ),
    "body.events": lambda name: ResponseSpec(status=200, body=EventsBody(events=name)),
    "body.on_error": lambda name: ResponseSpec(
        status=200, body=JSONLinesBody(model=TypeName("int"), on_error=name, error_model=TypeName("str"))
    ),
    "body.error_model": lambda name: ResponseSpec(
        status=200, body=JSONLinesBody(model=TypeName("int"), on_error=TypeName("builtins:repr"), error_model=name)
    ),
    "params[0].type": lambda name: _param(type=name),
    "params[0].type of a cookie": _cookie,
    "params[0].type of a placeholder": _placeholder,
    "params[0].encode": lambda name: _param(encode=name),
    "document.added[0].type": lambda name: ResponseSpec(
        status=204, document=DocumentSpec(added=(AddedFieldSpec(name="X-Trace", type=name),))
    ),
}
NOWHERE = ("", "list[", "int | ", "no.where:x", "os:nothing", "an_angry_module:X")
SOMEWHERE = (
    "math:pi",
    "os:environ",
    "os:sep",
    "builtins:len",
    "typing:Generic",
    "abc:ABC",
    "typing:Any",
    "math:nan[int]",
)


@pytest.fixture(autouse=True)
def _angry_module(monkeypatch: pytest.MonkeyPatch) -> None:
    """A module that raises whatever is asked of it."""

    class Angry(types.ModuleType):
        def __getattr__(self, name: str) -> object:
            raise RuntimeError(name)

    monkeypatch.setitem(sys.modules, "an_angry_module", Angry("an_angry_module"))


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("name", NOWHERE)
def test_a_name_that_leads_nowhere_is_a_finding(place: str, name: str) -> None:
    """At each place of a spec, and for whatever looking it up raises."""
    found = check(PLACES[place](TypeName(name)))
    assert ("AN008", place.partition(" ")[0]) in [(one.code, one.path) for one in found]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("name", SOMEWHERE)
def test_a_name_that_leads_to_something_else_ends_nothing(place: str, name: str) -> None:
    """It may lead to anything that a module has."""
    check(PLACES[place](TypeName(name)))


def test_any_object_of_a_module_may_be_named() -> None:
    """Everything that some modules of the standard library hold, in the place of a type."""
    for module in ("builtins", "collections.abc", "datetime", "decimal", "enum", "typing", "types", "uuid"):
        for attribute in vars(sys.modules[module]):
            if attribute.isidentifier():
                for place in ("body.model", "body.events of what is validated", "params[0].type"):
                    check(PLACES[place](TypeName(f"{module}:{attribute}")))


def test_a_field_follows_from_content_that_is_whole() -> None:
    """AN046 knows the kinds of bodies that are sent in pieces without a look at their types."""
    name = TypeName("int")
    made: dict[Any, dict[str, Any]] = {
        JSONBody: {"model": name},
        EventsBody: {"events": name},
        JSONLinesBody: {"model": name},
        ProblemBody: {"title": "x"},
    }
    for kind in get_args(BodySpec):
        if kind not in (EmptyBody, RedirectBody):
            body: BodySpec = kind(**made.get(kind, {}))
            found = [one.message for one in check(ResponseSpec(status=200, headers=(_ETAG,), body=body))]
            assert body.plan(200).is_carried is any("not whole before it is sent" in message for message in found), kind


class _Opaque:
    """A value that shows what nobody may read."""

    def __repr__(self) -> str:
        return "hunter2"

    __hash__ = None  # type: ignore[assignment]  # values that are given for types by mistake are often mutable


_OPAQUE: Any = _Opaque()
# No type to type checkers, which see the mistake otherwise.
_LIST: Any = list
_DICT: Any = dict
_TUPLE: Any = tuple
_MAPPING: Any = Mapping
_REPLY: Any = Reply
_AROUND: dict[str, Callable[[Any], Any]] = {
    "itself": lambda value: value,
    "of a list": lambda value: _LIST[value],
    "of a dict of tuples": lambda value: _DICT[str, _TUPLE[value, ...]],
    "of a mapping or None": lambda value: _MAPPING[str, _LIST[value]] | None,
}
_DOORS: dict[str, Callable[[Any], object]] = {
    "json": lambda type_: respond(200).json(type_).compile(),
    "json, validated": lambda type_: respond(200).json(type_, validate="always").compile(),
    "json_lines": lambda type_: respond(200).json_lines(type_).compile(),
    "events": lambda type_: respond(200).events(type_).compile(),
    "a param of a field": lambda type_: respond(200).text("").header_param("x", type_, wire="X-A").compile(),
    "a param of a cookie": lambda type_: respond(200).text("").cookie_param("x", type_).compile(),
    "a class": lambda type_: types.new_class("R", (_REPLY[type_],)),
}


@pytest.mark.parametrize("around", _AROUND.values(), ids=list(_AROUND))
@pytest.mark.parametrize("door", _DOORS.values(), ids=list(_DOORS))
def test_a_value_in_the_place_of_a_type_is_refused_and_not_shown(
    door: Callable[[Any], object], around: Callable[[Any], Any]
) -> None:
    """At each door and at each depth, for the value may be a secret."""
    with pytest.raises(SpecError) as caught:
        door(around(_OPAQUE))

    assert "hunter2" not in str(caught.value)
    assert "_Opaque" in str(caught.value)

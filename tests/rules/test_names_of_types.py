"""The judge looks types up by name: whatever a name leads to, it raises nothing, and says where it leads nowhere."""

from __future__ import annotations

import sys
import types
from collections.abc import Callable
from typing import Any, get_args

import pytest

from antiphon import HeaderSpec, ResponseSpec, check
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

"""A further spec of a known shape is cheap: nothing is compiled again, and little is kept."""

from __future__ import annotations

import gc
import tracemalloc
from datetime import timedelta
from typing import Any

import msgspec

from antiphon import Location, Params, ResponseSpec, cookie, host_cookie, respond
from antiphon.compiler.compiler import compile_spec
from antiphon.runtime.codegen import factory


class User(msgspec.Struct):
    id: int


class CreatedParams(Params):
    location: Location
    session: str = host_cookie(max_age=timedelta(hours=1))


def _specs(count: int) -> list[ResponseSpec]:
    return [respond(201).json(User).header("X-N", str(n)).params(CreatedParams).spec() for n in range(count)]


def test_a_known_shape_is_not_compiled_again() -> None:
    """However many specs there are, their shape's text is executed once."""
    compile_spec(_specs(1)[0])
    before = factory.cache_info().misses

    for spec in _specs(50):
        compile_spec(spec)

    assert before == factory.cache_info().misses


def test_a_further_spec_keeps_two_and_a_half_kilobytes() -> None:
    """The function, its send, their cells and names, and the octets that are its own."""
    specs = _specs(400)
    compile_spec(specs[0])
    gc.collect()
    tracemalloc.start()

    kept = [compile_spec(spec) for spec in specs]
    octets, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert octets / len(kept) < 2600  # 2500 before Python 3.14, whose functions and tuples are larger


def test_what_specs_share_is_not_what_they_differ_in() -> None:
    """Params of the same name in another field, another cookie, another type or with another default stay apart."""

    def response(body: Any, cookie_name: str, type_: Any, default: Any) -> Any:
        made = type(
            "Made", (Params,), {"__annotations__": {"value": type_}, "value": cookie(cookie_name, default=default)}
        )
        return respond(200).json(body).params(made).compile()

    user = User(1)
    calls = [response(User, "a", str, "x"), response(User, "b", str, "x"), response(User, "a", str, "y")]
    calls.append(response(User, "a", int, 3))
    lines = [dict(call(user).raw_headers)[b"set-cookie"] for call in calls]

    assert [b"a=x", b"b=x", b"a=y", b"a=3"] == [line.partition(b";")[0] for line in lines]


def test_two_types_of_one_name_stay_apart() -> None:
    """A class that is defined again, as in a notebook, is another type."""

    def declared(field: str) -> Any:
        return msgspec.defstruct("Same", [(field, int)], module="one")

    first, second = declared("a"), declared("b")
    one: Any = respond(200).json(first).compile()
    two: Any = respond(200).json(second).compile()

    assert [b'{"a":1}', b'{"b":1}'] == [one(first(1)).body, two(second(1)).body]

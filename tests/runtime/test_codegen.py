"""The generated code: one specimen of it is shown where it is written, and it asks for nothing that it does not use."""

from __future__ import annotations

import ast
import textwrap
from typing import Any, cast

import msgspec
import pytest

from antiphon import ETag, Location, ParamError, Params, ResponseSpec, header, host_cookie, respond
from antiphon.compiler.compiler import Values, param_encoders, shape_and_bindings, value_of
from antiphon.responses import JSONResponse
from antiphon.runtime import codegen
from antiphon.runtime.instance import class_of_instances
from antiphon.runtime.shape import Shape


class User(msgspec.Struct):
    id: int
    name: str


class Weighed(msgspec.Struct):
    weight: float
    height: float | None


class CreatedParams(Params):
    location: Location
    session: str = host_cookie()


class OptionalParams(Params):
    etag: ETag | None = header(default=None)
    retry_after: int = header("Retry-After", default=3)


def described(spec: ResponseSpec, *, reply: bool = False) -> tuple[Shape, Values]:
    """A spec's shape and its bindings."""
    body = spec.body.plan(spec.status)
    instance = None if reply else class_of_instances(JSONResponse, spec.status, body)
    return shape_and_bindings(spec, body, param_encoders(spec), JSONResponse, instance)


created = respond(201).json(User).cache_control(no_store=True).params(CreatedParams)


def test_the_specimen_in_the_docstring_is_what_is_written() -> None:
    """Whoever opens the module that writes code sees what it writes."""
    text, _ = codegen.source(described(created.spec())[0])

    assert textwrap.indent(text, "    ") in (codegen.__doc__ or "")


SPECS = {
    "specimen": created.spec(),
    "no content": respond(204).spec(),
    "fixed content": respond(404).problem(title="x").spec(),
    "text": respond(200).html().spec(),
    "octets": respond(200).bytes("application/pdf").spec(),
    "a list with floats": respond(200).json(list[Weighed]).spec(),
    "a list": respond(200).json(list[User]).spec(),
    "floats": respond(200).json(Weighed).spec(),
    "anything": respond(200).json(dict[str, Any]).spec(),
    "optional params and defaults": respond(200).json(User).params(OptionalParams).spec(),
}


@pytest.mark.parametrize("reply", [False, True])
@pytest.mark.parametrize("name", SPECS)
def test_a_factory_takes_what_its_text_uses(name: str, reply: bool) -> None:
    """Each binding is used, each name that is used is a binding or of the run time, and the compiler has them all."""
    shape, values = described(SPECS[name], reply=reply)
    text, bindings = codegen.source(shape)

    tree = ast.parse(text)
    loaded = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}
    stored = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    stored |= {handler.name for handler in ast.walk(tree) if isinstance(handler, ast.ExceptHandler) and handler.name}
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    taken = {
        argument.arg
        for function in functions[1:]
        for argument in (*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs)
    }
    assert len(bindings) == len(set(bindings))
    assert set(bindings) <= loaded
    for bound in bindings:
        value_of(codegen.binding(bound), values)
    assert loaded <= {*bindings, *codegen.RUN_TIME, *stored, *taken, *(function.name for function in functions)}


def test_a_field_whose_name_is_a_keyword_is_looked_at_otherwise() -> None:
    """The text never holds a name that Python could not read there."""
    fields: list[Any] = [("class", float), ("weight", float)]
    odd: Any = msgspec.defstruct("Odd", fields)
    make: Any = respond(200).json(odd).compile()

    assert make(odd(1.0, 2.0)).body == b'{"class":1.0,"weight":2.0}'
    for place in range(2):
        with pytest.raises(ParamError, match="NaN"):
            make(odd(*(float("nan") if at == place else 1.0 for at in range(2))))


def test_lists_of_numbers_are_looked_at_in_one_loop() -> None:
    """Items of another class are narrowed or refused, and NaN is found in whichever item it is."""

    class Heavier(Weighed):
        secret: str = "hidden"

    make: Any = respond(200).json(list[Weighed]).compile()
    plain = b'{"weight":1.0,"height":null}'
    nan = float("nan")

    assert make([Weighed(1.0, None), Heavier(1.0, None)]).body == b"[" + plain + b"," + plain + b"]"
    assert make([]).body == b"[]"
    assert make([Weighed(1e308, 1e308)] * 3).body.startswith(b'[{"weight":1e308')
    of_no_number: list[Any] = [
        [Weighed(nan, None)],
        [Weighed(1.0, nan)],
        [Heavier(1.0, None), Weighed(1.0, nan)],
        [Heavier(nan, 1.0)],
        (Heavier(nan, 1.0),),
    ]
    for content in of_no_number:
        with pytest.raises(ParamError, match="NaN"):
            make(content)
    assert make((Heavier(1.0, None),)).body == b"[" + plain + b"]"
    wrong: list[Any] = [[1], None, 1, {"weight": 1.0}, [Weighed(cast("float", "x"), None)]]
    for content in wrong:
        with pytest.raises(ParamError):
            make(content)
    # An int is a float to type checkers, and JSON has no limit.
    assert make([Weighed(10**400, None)]).body == b'[{"weight":1%s,"height":null}]' % (b"0" * 400)

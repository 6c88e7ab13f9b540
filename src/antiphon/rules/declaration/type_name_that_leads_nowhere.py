"""AN008."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from antiphon.rules.content import body_types, json_encode
from antiphon.rules.examples import JSONBody, ResponseSpec, TypeName
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule
from antiphon.runtime.type_form import strangers


@rule(
    code="AN008",
    level="error",
    applies_to_captures=False,
    citation="antiphon's own: a type is named `module:Name`",
    help="write the module, a colon and the name, such as `shop.models:User`, of a type that can be imported; "
    "in Python give the type itself, `User`, and a value of it with each call",
    bad=ResponseSpec(status=200, body=JSONBody(model=TypeName("datetime:Datetime"))),
    good=ResponseSpec(status=200, body=JSONBody(model=TypeName("datetime:datetime"))),
)
def type_name_that_leads_nowhere(response: ResponseParts) -> Iterator[Finding]:
    """The name of the type of a body, a param or an added field leads to a type, and that of a function to one.

    Without the type the response cannot be compiled, and neither its content nor its argument can be checked. A value
    in its place, such as `{"ok": True}`, says nothing of what a call may give.
    """
    for path, name in _types(response):
        if fault := _fault(name, _no_type):
            yield Finding(path, fault)
    for path, name in _functions(response):
        if fault := _fault(name, _no_function):
            yield Finding(path, fault)


def _types(response: ResponseParts) -> Iterator[tuple[str, TypeName]]:
    yield from body_types(response)
    yield from ((f"params[{index}].type", param.type) for index, param in enumerate(response.params))
    added = response.spec.document.added
    yield from ((f"document.added[{index}].type", field.type) for index, field in enumerate(added))


def _functions(response: ResponseParts) -> Iterator[tuple[str, TypeName]]:
    if response.body.kind == "json_lines" and response.body.on_error is not None:
        yield "body.on_error", response.body.on_error
    if (encode := json_encode(response)) is not None:
        yield "body.options.encode", encode
    for index, param in enumerate(response.params):
        if param.encode is not None:
            yield f"params[{index}].encode", param.encode


def _fault(name: TypeName, fault_of: Callable[[object], str]) -> str:
    """Why the name does not lead to what it is for; empty where it does."""
    try:
        return fault_of(name.resolve())
    except LookupError:
        return f"{str(name)!r} does not name a type that can be looked up"
    except Exception as error:  # noqa: BLE001 - a module that is imported may do anything
        return f"{str(name)!r} cannot be looked up: {type(error).__name__} while importing its module"


def _no_type(found: object) -> str:
    if isinstance(found, str):
        return f"{found!r} is a name in quotes, which nobody looks up: give the type itself"
    return next((_value(value, "type") for value in strangers(found)), "")


def _no_function(found: object) -> str:
    return "" if callable(found) else _value(found, "function")


def _value(value: object, wanted: str) -> str:
    """The value is not shown: it may hold a secret."""
    return f"a value of type {type(value).__qualname__} is given in the place of a {wanted}"

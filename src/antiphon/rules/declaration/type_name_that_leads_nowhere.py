"""AN008."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.rules.content import body_types, json_encode
from antiphon.rules.examples import JSONBody, ResponseSpec, TypeName
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule


@rule(
    code="AN008",
    level="error",
    applies_to_captures=False,
    citation="antiphon's own: a type is named `module:Name`",
    help="write the module, a colon and the name, such as `shop.models:User`, of a type that can be imported",
    bad=ResponseSpec(status=200, body=JSONBody(model=TypeName("datetime:Datetime"))),
    good=ResponseSpec(status=200, body=JSONBody(model=TypeName("datetime:datetime"))),
)
def type_name_that_leads_nowhere(response: ResponseParts) -> Iterator[Finding]:
    """The name of the type of a body, a param or an added field leads to a type.

    Without the type the response cannot be compiled, and neither its content nor its argument can be checked.
    """
    names = [*body_types(response)]
    if response.body.kind == "json_lines" and response.body.on_error is not None:
        names.append(("body.on_error", response.body.on_error))
    if (encode := json_encode(response)) is not None:
        names.append(("body.options.encode", encode))
    names += [(f"params[{index}].type", param.type) for index, param in enumerate(response.params)]
    names += [
        (f"params[{index}].encode", param.encode)
        for index, param in enumerate(response.params)
        if param.encode is not None
    ]
    names += [(f"document.added[{index}].type", added.type) for index, added in enumerate(response.spec.document.added)]
    for path, name in names:
        try:
            if isinstance(name.resolve(), str):
                yield Finding(path, f"{str(name)!r} is a name in quotes, which nobody looks up: give the type itself")
        except LookupError:
            yield Finding(path, f"{str(name)!r} does not name a type that can be looked up")
        except Exception as error:  # noqa: BLE001 - a module that is imported may do anything
            yield Finding(path, f"{str(name)!r} cannot be looked up: {type(error).__name__} while importing its module")

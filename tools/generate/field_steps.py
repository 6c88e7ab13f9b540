"""Writes `src/antiphon/builder/field_steps.py`: a step for each typed field, with its constructor's parameters."""

from __future__ import annotations

import ast
import inspect
import textwrap
from pathlib import Path
from typing import Any

from annotation_imports import Imports
from antiphon.headers.values.conversion import of_value
from antiphon.http.status import STATUSES
from field_classes import FieldClass, field_classes
from formatted import formatted

FILE = Path(__file__).parents[2] / "src" / "antiphon" / "builder" / "field_steps.py"

#: The fields that a status may oblige a response to have: their steps change the state of a draft.
OBLIGED = frozenset(name for status in STATUSES.values() for name in status.obliged)
#: The fields that the body says: they have a class, for params, and neither a step nor a keyword.
BY_THE_BODY = frozenset({"Content-Type"})
#: The fields whose text may be a URI template.
TEMPLATED = ("Content-Location", "Location")
#: A step's docstring of at most this many characters fits between its quotes on one line of 120.
_ONE_LINE = 106


def generated() -> dict[Path, str | None]:
    """The one file."""
    return {FILE: formatted(steps(field_classes()))}


def constructor(field: FieldClass) -> tuple[list[inspect.Parameter], str]:
    """The parameters of building the field, and the module whose names their annotations use."""
    name = "__new__" if issubclass(field.type, str) else "__init__"
    parameters = list(inspect.signature(getattr(field.type, name)).parameters.values())[1:]
    owner = next(cls for cls in field.type.__mro__ if name in vars(cls))
    return parameters, owner.__module__


class Source(str):
    """An annotation or default that a signature prints as it is written."""

    __slots__ = ()

    def __repr__(self) -> str:
        return str(self)


def _declare(parameters: list[inspect.Parameter]) -> str:
    """The parameter list of a method, `self` first, as source text."""
    positional_only = any(p.kind is p.POSITIONAL_ONLY for p in parameters)
    kind = inspect.Parameter.POSITIONAL_ONLY if positional_only else inspect.Parameter.POSITIONAL_OR_KEYWORD
    written = [
        p.replace(annotation=Source(p.annotation), default=p.empty if p.default is p.empty else _literal(p.default))
        for p in parameters
    ]
    return str(inspect.Signature([inspect.Parameter("self", kind), *written]))[1:-1]


def _literal(default: object) -> Source:
    if ast.literal_eval(repr(default)) != default:
        msg = f"{default!r} cannot be written into a signature"
        raise TypeError(msg)
    return Source(repr(default))


def _pass(parameters: list[inspect.Parameter]) -> str:
    """The arguments that hand every parameter on."""
    forms: dict[object, str] = {
        inspect.Parameter.KEYWORD_ONLY: "{0}={0}",
        inspect.Parameter.VAR_POSITIONAL: "*{0}",
        inspect.Parameter.VAR_KEYWORD: "**{0}",
    }
    return ", ".join(forms.get(p.kind, "{0}").format(p.name) for p in parameters)


def step(field: FieldClass, imports: Imports) -> str:
    """The step of one field, with the parameters of its class's constructor."""
    parameters, module = constructor(field)
    for parameter in parameters:
        imports.add_annotation(parameter.annotation, module)
    passed = ", ".join((field.class_name, "caller()", _pass(parameters)))
    return _method(field, _declare(parameters), f"self._field({passed})")


def obliged_step(field: FieldClass) -> str:
    """The step of a field that a status may demand: it takes the field or its text."""
    if field.field_name == "Allow":
        return _method(
            field,
            "self, *methods: str",
            "self._field(Allow, caller(), *methods)",
            extra_doc="A finding is accepted with `accept_finding`.",
        )
    parameter = {"Location": "target", "WWW-Authenticate": "challenge"}.get(field.field_name, "value")
    return _method(
        field,
        f"self, {parameter}: {field.class_name} | str",
        f"self._converted({field.class_name}, caller(), {parameter})",
        extra_doc="Each call adds a line." if field.field_name == "WWW-Authenticate" else "",
    )


def _method(field: FieldClass, declared: str, made: str, *, extra_doc: str = "", before: str = "") -> str:
    if field.field_name in TEMPLATED:
        extra_doc = "Text with placeholders in braces, `/users/{user_id}`, is a template: params fill them."
    return f'''
    def {field.step}({declared}) -> Self:
        """{_doc(field, extra_doc)}"""
{before}        return {made}
'''


def _doc(field: FieldClass, extra: str) -> str:
    """The purpose of the field, from the first line of its module, then where it is defined."""
    title = field.title
    first = f"{title['name']} ({title['source']}): {title['purpose']}"
    if len(first) <= _ONE_LINE:
        return "\n        ".join((first, "", *textwrap.wrap(extra, 112), "")) if extra else first
    more = textwrap.wrap(f"Defined by {title['source']}. {extra}".rstrip(), 112)
    return "\n        ".join((f"{title['name']}: {title['purpose']}", "", *more, ""))


def keywords(fields: list[FieldClass], imports: Imports) -> str:
    """The step that takes any of the fields as keywords."""
    declared = []
    for field in fields:
        annotation = f"{field.class_name} | str"
        of: Any = of_value(field.type)
        if of is not None:
            accepted = inspect.signature(of).parameters["value"].annotation
            imports.add_annotation(accepted, of.__func__.__module__)
            annotation = f"{annotation} | {accepted}"
        declared.append(f"{field.step}: {annotation} | None = None")
    return f'''
    def headers(self, *, {", ".join(declared)}) -> Self:
        """Any of the typed fields by keyword: the typed value, or its text, which is read as that type."""
        return self._fields(locals(), caller())
'''


def steps(every: list[FieldClass]) -> str:
    fields = [field for field in every if field.field_name not in BY_THE_BODY]
    imports = Imports()
    imports.add("typing", "Self")
    imports.add("antiphon.builder.typed_fields", "TypedFields")
    imports.add("antiphon.diagnostics.call_site", "caller")
    for field in fields:
        imports.add(field.module, field.class_name)
    free = "".join(step(field, imports) for field in fields if field.field_name not in OBLIGED)
    all_by_keyword = keywords(fields, imports)
    obliged = "".join(obliged_step(field) for field in fields if field.field_name in OBLIGED)
    return f'''# Written by `nox -s generate`; do not edit.
"""The steps of a draft that add one typed field each, and the one that takes any of them by keyword."""

from __future__ import annotations

{imports.lines()}

class FieldSteps(TypedFields):
    """A step for every typed field but those that a status may oblige a response to have."""

    __slots__ = ()
{all_by_keyword}{free}

class ObligedFieldSteps(FieldSteps):
    """The steps of the fields that a status may oblige a response to have."""

    __slots__ = ()
{obliged}'''

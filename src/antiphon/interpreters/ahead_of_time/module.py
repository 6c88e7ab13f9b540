"""The compiled responses of a module as a plain Python module, which needs neither pydantic nor the declarations.

A written function is the code of its shape (`antiphon.runtime.codegen`) with texts of the module's own in the place of
the bindings, so it does the same as the compiled one. docs/decisions/0043-ahead-of-time.md has the reasons.
"""

from __future__ import annotations

import dataclasses
import importlib
import inspect
import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from pydantic import BaseModel

from antiphon.compiler.compiler import (
    Values,
    param_encoders,
    says_media_type_of_text,
    shape_and_bindings,
    value_of,
)
from antiphon.http import set_cookie
from antiphon.http.field_template import field_template
from antiphon.interpreters.ahead_of_time.names import Names, NotWritable
from antiphon.runtime import built, codegen
from antiphon.runtime.background import BACKGROUND
from antiphon.runtime.cookie_value import declared_value
from antiphon.runtime.functions import Functions
from antiphon.runtime.instance import class_of_instances
from antiphon.runtime.lines_of_code import indented
from antiphon.runtime.plan import BodyPlan
from antiphon.runtime.slots import ParamEncoder
from antiphon.spec import ResponseSpec

#: The first words of every file that is written, by which it is known again.
MARK = "# Written by `antiphon build"

_HEAD = """\
{mark} {module}`; do not edit. `--check` compares.
# mypy: ignore-errors
# pyright: basic, reportOptionalCall=false
# ruff: noqa
# fmt: off
\"\"\"The responses of `{module}`, compiled ahead of time. Importing this loads no pydantic by itself.\"\"\"
"""


@dataclasses.dataclass(frozen=True)
class Written:
    """The text of a module, and the modules that it imports."""

    text: str
    imports: tuple[str, ...]


def write_module(module: str, responses: Mapping[str, Callable[..., Any]]) -> Written:
    """The module of these compiled responses, each under the name of its variable.

    Raises NotWritable, which begins with the name of the response, for what another process cannot import by name.
    """
    specs = {name: function.spec for name, function in responses.items()}  # type: ignore[attr-defined]  # compiled ones
    names = Names([*responses, "content", *(param.name for spec in specs.values() for param in spec.params)])
    writer = _Writer(names)
    first: dict[int, str] = {}
    functions: list[str] = []
    for name, function in responses.items():
        if id(function) in first:
            functions += [f"{name} = {first[id(function)]}", ""]
            continue
        first[id(function)] = name
        try:
            functions += writer.function(name, function, specs[name])
        except NotWritable as error:
            raise NotWritable(f"{name}: {error}") from None
    describe = names.imported("antiphon.runtime.built", "describe", "_describe")
    described = [f"{describe}({name}, {_json(specs[name])!r})" for name in first.values()]
    abi_version = names.imported("antiphon.runtime.built", "abi_version", "_abi_version")
    text = "\n".join(
        [
            _HEAD.format(mark=MARK, module=module),
            *names.lines(),
            f"{abi_version}({built.ABI_VERSION})",
            "",
            *writer.values,
            "",
            *functions,
            "# The descriptions, as JSON: read when a `.spec` is asked for.",
            *described,
            "",
        ]
    )
    return Written(text, names.modules())


class _One(NamedTuple):
    """One response while it is written."""

    name: str
    spec: ResponseSpec
    body: BodyPlan
    slots: list[ParamEncoder]
    content: str
    """The name of its content in the module; empty where it has none."""
    values: Values
    """The values of its bindings."""


#: The arguments of a recipe that are types or functions.
_BY_NAME = frozenset({"type_", "error_type", "on_error"})


class _Writer:
    """The names and values that the functions of one module share."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self.values: list[str] = []
        self._known: dict[str, str] = {}

    def value(self, wanted: str, text: str) -> str:
        """The name of a value that is made when the module is imported; the same text is made once."""
        if text not in self._known:
            self._known[text] = name = self.names.own(wanted)
            self.values.append(f"{name} = {text}")
        return self._known[text]

    def run_time(self, name: str) -> str:
        """A function of `antiphon.runtime.built`."""
        return self.names.imported("antiphon.runtime.built", name, f"_{name}")

    def function(self, name: str, function: Any, spec: ResponseSpec) -> list[str]:
        """The two functions of a response, in the text of its shape. Raises NotWritable."""
        body, slots = spec.body.plan(spec.status), param_encoders(spec)
        response: Any = getattr(importlib.import_module("antiphon.responses"), body.response)
        shape, values = shape_and_bindings(spec, body, slots, response, class_of_instances(response, spec.status, body))
        one = _One(name, spec, body, slots, self.content(body), values)
        written = Functions(shape, lambda binding: self.named(one, binding))
        keywords, respond, send = written.keywords(), written.respond(), written.send(name)
        sender = self.names.own(f"_send_{name}")
        given = [*written.exchange, *written.parameters()]
        returned = self.returned(function)
        doc = function.__doc__ or ""
        # From 3.13 on, the compiler takes the indentation out of a docstring.
        kept = bool(doc) and inspect.cleandoc(doc) == doc
        own_name = "" if function.__name__ == name else f", name={function.__name__!r}"
        decorator = self.run_time("carrying" if written.is_carried else "response")
        return [
            f"async def {sender}({', '.join(given)}):",
            *indented(send),
            "",
            "",
            f"@{decorator}({sender}, {', '.join(returned)}{own_name})",
            f"def {name}({self.parameters(one, keywords)}) -> {returned[0]}[{', '.join(returned[1:])}]:",
            *([f"    {_docstring(doc)}"] if kept else []),
            *indented(respond),
            *([f"{name}.__doc__ = {doc!r}"] if doc and not kept else []),
            "",
            "",
        ]

    def returned(self, function: Any) -> list[str]:
        """The return type of the function: the class, then its type arguments."""
        alias = function.__annotations__["return"]
        return [self.names.type(alias.__origin__), *(self.names.type(argument) for argument in alias.__args__)]

    def content(self, body: BodyPlan) -> str:
        """The name of the content of a body; empty where it has none that varies."""
        if body.content is None:
            return ""
        if body.recipe is None:
            raise NotWritable("its body kind does not say how its content is made again: `BodyPlan.recipe`")
        made = self.names.imported(body.recipe.module, body.recipe.name, f"_{body.recipe.name.lower()}")
        if body.recipe.arguments is None:
            return made
        given = ", ".join(
            f"{key}={self.names.type(value) if key in _BY_NAME else self.names.value(value)}"
            for key, value in body.recipe.arguments.items()
        )
        return self.value("_content", f"{made}({given})")

    def named(self, one: _One, binding: str) -> str:
        """The text that replaces a binding of the compiled code, or a name of the run-time part."""
        if binding in codegen.RUN_TIME:
            return self.names.imported(*codegen.RUN_TIME[binding], binding)
        kind, index = bound = codegen.binding(binding)
        value = value_of(bound, one.values)
        slot = one.slots[index] if kind in ("_check", "_default") else None
        if kind == "_Response":
            of = self.names.imported("antiphon.responses", one.body.response)
            if one.body.is_carried:
                made, given = self.names.imported("antiphon.runtime.instance", "instance_class"), of
            else:
                made = self.names.imported("antiphon.runtime.instance", "declared_class")
                given = f"{of}, {one.spec.status}, empty={one.body.is_empty}"
            return self.value(f"_{one.body.response}", f"{made}({given})")
        if kind in ("_accept", "_encode", "_check_nan", "_transmit"):
            return self.value(f"{kind}{one.content.removeprefix('_content')}", f"{one.content}.{kind[1:]}")
        if slot is not None and (kind == "_check" or value is not None):
            # A default has a name, too, because generated code recognises it by its identity.
            text = self.check(one, slot) if kind == "_check" else self.names.value(value)
            return self.value(f"{kind}_{one.name}_{slot.name}", text)
        if kind == "_exact" and getattr(one.spec.body, "validation", "") == "debug":
            # Whether content of exactly the type passes is decided when the module is imported.
            return self.value("_exact", f"{one.content}.exact")
        return self.names.value(value)

    def check(self, one: _One, slot: ParamEncoder) -> str:
        """The call that makes a param's check."""
        param = next(param for param in one.spec.params if param.name == slot.name)
        given = [repr(param.name), repr(param.slot), self.names.type(slot.annotation)]
        if param.fills == "placeholder":
            headers = [header for header in one.spec.headers if header.template is not None]
            templates = [field_template(header.name, header.template or "") for header in headers]
            wheres = {found.name: found.where for template in templates for found in template.placeholders}
            given.append(repr(wheres[param.slot]))
        if param.encode is not None:
            given.append(f"encode={self.names.type(param.encode.resolve())}")
        if says_media_type_of_text(one.spec, param):
            given.append("of_text_in_utf_8=True")
        if param.fills == "cookie" and declared_value(slot.annotation) is not None:
            [cookie] = [cookie for cookie in one.spec.cookies if cookie.name == param.slot and cookie.value is None]
            expires = dict(set_cookie.attributes(cookie)).get("Expires")
            given += [f"max_age={cookie.max_age!r}", f"expires={expires!r}", f"secure={cookie.secure!r}"]
        return f"{self.run_time(f'{param.fills}_check')}({', '.join(given)})"

    def parameters(self, one: _One, keywords: Sequence[tuple[str, str]]) -> str:
        """The parameters of the function, with their types."""
        types = {slot.name: slot.annotation for slot in one.slots}
        listed = [f"{n}: {self.names.type(types[n])}{f' = {default}' if default else ''}" for n, default in keywords]
        content = [f"content: {self.names.type(one.body.content.annotation)}"] if one.body.content else []
        task = self.names.imported("antiphon.responses.starlette_classes", "BackgroundTask")
        return ", ".join([*content, *(["*"] if listed else []), *listed, f"{BACKGROUND}: {task} | None = None"])


def _docstring(text: str) -> str:
    """The text as a docstring that Python reads back as it is."""
    plain = text.isprintable() and not any(mark in text for mark in ('"', "\\"))
    return f'"""{text}"""' if plain else repr(text)


def _json(spec: ResponseSpec) -> str:
    """The description as JSON, without members that have their default value."""
    return json.dumps(_told(spec), ensure_ascii=False, separators=(",", ":"))


def _told(value: Any) -> Any:
    """The JSON form of a description, without members that have their default value; the tag is always included."""
    if isinstance(value, BaseModel):
        form: Any = value.model_dump(mode="json")
        return {
            name: _told(part) if isinstance(part, BaseModel | tuple) else form[name]
            for name, part in dict(value).items()
            if name == "kind" or part != type(value).model_fields[name].default
        }
    return [_told(part) for part in value] if isinstance(value, tuple) else value

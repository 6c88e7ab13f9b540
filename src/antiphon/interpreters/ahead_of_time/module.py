"""The compiled responses of a module as a plain Python module, which needs neither pydantic nor the declarations.

A written function is the code of its shape (`antiphon.runtime.shape`) with the spec's own values in the place of the
factory's parameters, so it does the same as the compiled one. docs/decisions/0043-ahead-of-time.md has the reasons.
"""

from __future__ import annotations

import ast
import contextlib
import dataclasses
import importlib
import inspect
import io
import json
import re
import tokenize
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from pydantic import BaseModel

from antiphon.compiler.compiler import _encoders, parts
from antiphon.http.uri_template import read_template
from antiphon.interpreters.ahead_of_time.names import Names, NotWritable
from antiphon.runtime import built
from antiphon.runtime.instance import instance_class
from antiphon.runtime.plan import BodyPlan
from antiphon.runtime.shape import NAMES, source
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
    edition = names.imported("antiphon.runtime.built", "edition", "_edition")
    text = "\n".join(
        [
            _HEAD.format(mark=MARK, module=module),
            *names.lines(),
            f"{edition}({built.EDITION})",
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
    """One response while it is written. `content` is what the module calls its content, if it has any."""

    name: str
    spec: ResponseSpec
    body: BodyPlan
    slots: list[ParamEncoder]
    content: str


class _Writer:
    """What the functions of one module share."""

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
        body, slots = spec.body.plan(spec.status), _encoders(spec)
        response: Any = getattr(importlib.import_module("antiphon.responses"), body.response)
        shape, cells = parts(spec, body, slots, response, instance_class(response))
        text = source(shape)
        factory = ast.parse(text).body[0]
        assert isinstance(factory, ast.FunctionDef)  # noqa: S101 - that is what `source` writes
        given = dict(zip((argument.arg for argument in factory.args.args), cells, strict=True))
        one = _One(name, spec, body, slots, self.content(body))
        written = {cell: self.cell(one, cell, value) for cell, value in given.items()}
        lines_given = {cell: value for cell, value in given.items() if cell.startswith("_line")}
        written |= {f"{cell}[{half}]": repr(value[half]) for cell, value in lines_given.items() for half in (0, 1)}
        respond, send = (node for node in factory.body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
        lines = text.splitlines()
        sender = self.names.own(f"_send_{name}")
        head = self.put(lines[send.lineno - 1][4:], written).replace("send_response", sender, 1)
        returned = self.returned(function)
        doc = function.__doc__ or ""
        # From 3.13 on, the compiler takes the indentation out of a docstring.
        kept = bool(doc) and inspect.cleandoc(doc) == doc
        own_name = "" if function.__name__ == name else f", name={function.__name__!r}"
        return [
            head,
            *self.code(lines, send, written),
            "",
            "",
            f"@{self.run_time('response')}({sender}, {', '.join(returned)}{own_name})",
            f"def {name}({self.parameters(respond, one, written)}) -> {returned[0]}[{', '.join(returned[1:])}]:",
            *([f"    {_docstring(doc)}"] if kept else []),
            *self.code(lines, respond, written),
            *([f"{name}.__doc__ = {doc!r}"] if doc and not kept else []),
            "",
            "",
        ]

    def returned(self, function: Any) -> list[str]:
        """What the function returns: the class, and what stands in its brackets."""
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
            f"{key}={self.names.type(value) if key == 'type_' else self.names.value(value)}"
            for key, value in body.recipe.arguments.items()
        )
        return self.value("_content", f"{made}({given})")

    def cell(self, one: _One, cell: str, value: Any) -> str:
        """What stands in the written code where the compiled code has a value of its spec."""
        kind = cell.rstrip("0123456789")
        slot = one.slots[int(cell.removeprefix(kind))] if kind in ("_check", "_default") else None
        if kind == "_Response":
            of = self.names.imported("antiphon.responses", one.body.response)
            return self.value(
                f"_{one.body.response}", f"{self.names.imported('antiphon.runtime.instance', 'instance_class')}({of})"
            )
        if kind in ("_accept", "_encode", "_look") and value is not None:
            return self.value(f"{kind}{one.content.removeprefix('_content')}", f"{one.content}.{kind[1:]}")
        if kind == "_float":
            attribute = value.__reduce__()[1][0]
            return self.value(f"_float_{attribute}", f"{self.names.imported('operator', 'attrgetter')}({attribute!r})")
        if slot is not None and (kind == "_check" or value is not None):
            # A default has a name, too, since it is told from other values by its identity.
            text = self.check(one, slot) if kind == "_check" else self.names.value(value)
            return self.value(f"{kind}_{one.name}_{slot.name}", text)
        if cell == "_exact" and value is not None:
            # Whether `validate="debug"` lets content of the very type pass is settled where the module is imported.
            settled = getattr(one.spec.body, "validation", "") != "debug"
            if type(value) is frozenset:
                text = (
                    self.names.value(value) if settled else f"{self.names.builtin('frozenset')}(({one.content}.exact,))"
                )
                return self.value("_items", text)
            return self.names.value(value) if settled else self.value("_exact", f"{one.content}.exact")
        return self.names.value(value)

    def check(self, one: _One, slot: ParamEncoder) -> str:
        """The call that makes a param's check."""
        param = next(param for param in one.spec.params if param.name == slot.name)
        given = [repr(param.name), repr(param.slot), self.names.type(slot.annotation)]
        if param.fills == "placeholder":
            templates = [read_template(header.template) for header in one.spec.headers if header.template is not None]
            wheres = {found.name: found.where for template in templates for found in template.placeholders}
            given.append(repr(wheres[param.slot]))
        if param.encode is not None:
            given.append(f"encode={self.names.type(param.encode.resolve())}")
        return f"{self.run_time(f'{param.fills}_check')}({', '.join(given)})"

    def parameters(self, node: ast.AST, one: _One, written: Mapping[str, str]) -> str:
        """The parameters of the function, with their types."""
        assert isinstance(node, ast.FunctionDef)  # noqa: S101 - see `function`
        content = one.body.content.annotation if one.body.content else None
        types = {"content": content} | {slot.name: slot.annotation for slot in one.slots}
        listed = []
        for argument, default in zip(node.args.kwonlyargs, node.args.kw_defaults, strict=True):
            given = "" if default is None else f" = {self.put(ast.unparse(default), written)}"
            listed.append(f"{argument.arg}: {self.names.type(types[argument.arg])}{given}")
        by_place = [
            f"{argument.arg}: {self.names.type(content)}" for argument in (*node.args.posonlyargs, *node.args.args)
        ]
        mark = ["/"] if node.args.posonlyargs else []
        return ", ".join([*by_place, *mark, *(["*"] if listed else []), *listed])

    def code(
        self, lines: list[str], node: ast.FunctionDef | ast.AsyncFunctionDef, written: Mapping[str, str]
    ) -> list[str]:
        """The body of a function of the shape, one level further out."""
        return [self.put(line[4:], written) for line in lines[node.body[0].lineno - 1 : node.end_lineno]]

    def put(self, line: str, written: Mapping[str, str]) -> str:
        """The line with values, and imported names, in the place of the factory's parameters."""
        line = _PART_OF_A_LINE.sub(lambda found: written[found[0]], line)
        pieces, end, before = [], 0, ""
        for token in _tokens(line):
            new = None
            if token.type == tokenize.NAME and before != ".":
                new = written.get(token.string)
                if new is None and token.string in NAMES:
                    new = self.names.imported(*NAMES[token.string], token.string)
            if new is not None:
                as_it_was = line[end : token.start[1]]
                # Each finished field line begins a line of the text.
                pieces += [f"{as_it_was.rstrip()}\n        " if token.string.startswith("_line") else as_it_was, new]
                end = token.end[1]
            before = token.string
        return "".join([*pieces, line[end:]])


#: The name or the template of a field line with placeholders, whose other half varies.
_PART_OF_A_LINE = re.compile(r"\b_line\d+\[[01]\]")


def _tokens(line: str) -> list[tokenize.TokenInfo]:
    """The tokens of one line, which may open a block or stand in one."""
    found: list[tokenize.TokenInfo] = []
    # What is wrong with the line is that it is part of a statement, and its tokens have been seen by then.
    with contextlib.suppress(tokenize.TokenError, IndentationError):
        found.extend(tokenize.generate_tokens(io.StringIO(line).readline))
    return found


def _docstring(text: str) -> str:
    """The text as a docstring that Python reads back as it is."""
    plain = text.isprintable() and not any(mark in text for mark in ('"', "\\"))
    return f'"""{text}"""' if plain else repr(text)


def _json(spec: ResponseSpec) -> str:
    """The description as JSON, without what is as it is by default."""
    return json.dumps(_told(spec), ensure_ascii=False, separators=(",", ":"))


def _told(value: Any) -> Any:
    """The JSON form of a description, without members that have their default value; a tag always stands."""
    if isinstance(value, BaseModel):
        form: Any = value.model_dump(mode="json")
        return {
            name: _told(part) if isinstance(part, BaseModel | tuple) else form[name]
            for name, part in dict(value).items()
            if name == "kind" or part != type(value).model_fields[name].default
        }
    return [_told(part) for part in value] if isinstance(value, tuple) else value

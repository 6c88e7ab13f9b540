"""Writes `headers/registry.py` and `builder/field_steps.py` from the field modules: `fields.py [--check]`.

A field module is one in `src/antiphon/headers` that defines a class with a `field_name`. With `--check` nothing is
written: the exit code is 1, with a diff and the command to run, where a file is not what it should be.
"""

from __future__ import annotations

import ast
import builtins
import dataclasses
import difflib
import importlib
import inspect
import re
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import Any

from antiphon.headers.values.conversion import of_value
from antiphon.http.status import STATUSES

ROOT = Path(__file__).parents[2]
HEADERS = ROOT / "src" / "antiphon" / "headers"
REGISTRY = HEADERS / "registry.py"
STEPS = ROOT / "src" / "antiphon" / "builder" / "field_steps.py"
NOTE = "# Written by `nox -s generate`; do not edit."

#: The fields that a status may oblige a response to have: their steps change the state of a draft.
OBLIGED = frozenset(name for status in STATUSES.values() for name in status.obliged)
#: The fields that the body says: they have a class, for params, and neither a step nor a keyword.
BY_THE_BODY = frozenset({"Content-Type"})
#: The fields whose text may be a URI template.
TEMPLATED = ("Content-Location", "Location")
#: A step's docstring of at most this many characters fits between its quotes on one line of 120.
_ONE_LINE = 106


@dataclasses.dataclass(frozen=True)
class FieldClass:
    """One field class as the generator sees it."""

    module: str
    type: Any
    doc: str

    @property
    def field_name(self) -> str:
        return str(self.type.field_name)

    @property
    def class_name(self) -> str:
        return str(self.type.__name__)

    @property
    def step(self) -> str:
        return self.field_name.lower().replace("-", "_")

    @property
    def title(self) -> re.Match[str]:
        """The first line of the module: the field's name, where it is defined, and what it is for."""
        title = re.fullmatch(r"(?P<name>\S+) \((?P<source>.+?)\): (?P<purpose>.+)", self.doc.splitlines()[0])
        if title is None:
            msg = f"{self.module}: the docstring begins with 'Field-Name (source): what it is for.'"
            raise ValueError(msg)
        return title


def field_classes() -> list[FieldClass]:
    """Every field class, by field name."""
    found = []
    for path in sorted(HEADERS.glob("*.py")):
        tree = ast.parse(path.read_text())
        names = [node.name for node in tree.body if isinstance(node, ast.ClassDef) and _names_a_field(node)]
        module = f"antiphon.headers.{path.stem}"
        found += [
            FieldClass(module, getattr(importlib.import_module(module), name), ast.get_docstring(tree) or "")
            for name in names
        ]
    for field in found:
        if field.module != f"antiphon.headers.{field.step}":
            msg = f"{field.field_name} belongs into headers/{field.step}.py, and is in {field.module}"
            raise ValueError(msg)
    return sorted(found, key=lambda field: field.field_name.lower())


def _names_a_field(node: ast.ClassDef) -> bool:
    return any(
        isinstance(statement, ast.AnnAssign)
        and isinstance(statement.target, ast.Name)
        and statement.target.id == "field_name"
        and statement.value is not None
        for statement in node.body
    )


# --- the registry


def registry(fields: list[FieldClass]) -> str:
    """The source of the table of all fields."""
    rows = "\n".join(f'    "{field.field_name.lower()}": "{field.class_name}",' for field in fields)
    sections = "\n".join(f"    {field.field_name.lower()!r}: {field.title['source']!r}," for field in fields)
    return f'''{NOTE}
"""Which class types which field; classes are imported when they are asked for."""

from __future__ import annotations

import functools
import importlib

from antiphon.headers.field import Field
from antiphon.headers.plugins import own_field

#: The name of each typed field, in lower case, and its class; the module is called by the name, with underscores.
FIELDS = {{
{rows}
}}

#: Where each typed field is defined, by its name in lower case.
CITATIONS = {{
{sections}
}}


def field_class(name: str) -> type[Field] | None:
    """The class of a field, by its name in any case; None for a field that has no type."""
    name = name.lower()
    return _load(name) if name in FIELDS else own_field(name)


@functools.cache
def _load(name: str) -> type[Field]:
    module = importlib.import_module(f"antiphon.headers.{{name.replace('-', '_')}}")
    found: type[Field] = getattr(module, FIELDS[name])
    return found
'''


# --- the steps


@dataclasses.dataclass
class Imports:
    """The names that annotations and bodies use, by the module they come from."""

    by_module: dict[str, set[str]] = dataclasses.field(default_factory=dict)

    def add(self, module: str, name: str) -> None:
        self.by_module.setdefault(module, set()).add(name)

    def add_annotation(self, annotation: str, module: str) -> None:
        """The imports that the names in an annotation need, as `module` has them."""
        sources = _import_sources(module)
        for node in ast.walk(ast.parse(annotation, mode="eval")):
            if isinstance(node, ast.Name) and not hasattr(builtins, node.id):
                self.add(sources.get(node.id, module), node.id)

    def lines(self) -> str:
        return "\n".join(
            f"from {module} import {', '.join(sorted(names))}" for module, names in sorted(self.by_module.items())
        )


def _import_sources(module: str) -> dict[str, str]:
    tree = ast.parse(inspect.getsource(sys.modules[module]))
    return {
        alias.name: node.module
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module
        for alias in node.names
    }


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
    return f'''{NOTE}
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


# --- writing and comparing


def formatted(source: str) -> str:
    """The source as ruff sorts its imports and formats it, with the configuration of the project."""
    ruff = Path(sys.executable).with_name("ruff")
    for arguments in (("check", "--select", "I", "--fix", "--quiet"), ("format", "--quiet")):
        source = subprocess.run(
            [str(ruff), *arguments, "--stdin-filename", str(STEPS), "-"],
            input=source,
            capture_output=True,
            text=True,
            check=True,
            cwd=ROOT,
        ).stdout
    return source


def main(arguments: list[str]) -> int:
    """Write or, with `--check`, compare. Gives the exit code."""
    sys.path.insert(0, str(ROOT / "src"))
    fields = field_classes()
    wanted = {REGISTRY: formatted(registry(fields)), STEPS: formatted(steps(fields))}
    stale = False
    for path, text in wanted.items():
        current = path.read_text() if path.exists() else ""
        if current == text:
            continue
        stale = True
        name = str(path.relative_to(ROOT))
        if "--check" in arguments:
            diff = difflib.unified_diff(
                current.splitlines(), text.splitlines(), name, f"{name} (as generated)", lineterm=""
            )
            print("\n".join(diff))
        else:
            path.write_text(text)
            print(f"wrote {name}")
    if stale and "--check" in arguments:
        print("generated files are out of date; run: python3 noxfile.py -s generate")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""A module's compiled responses -> its stub, for signatures that only the compiler knows.

A checker cannot see the keywords of `.header_param("sid")`, of a spec that is computed, or of one that was read from a
file. The stub says them. It replaces the module for every checker, so it describes all that is public there, or it is
refused. docs/decisions/0031 says why a response is written as a decorated function.
"""

from __future__ import annotations

import ast
import inspect
import sys
from collections.abc import Callable, Iterator, Sequence
from importlib.util import resolve_name
from types import FunctionType, GenericAlias, ModuleType, UnionType
from typing import Any, TypeGuard

from antiphon.builder import ResponseDraft
from antiphon.diagnostics.python_lines import python_lines
from antiphon.interpreters.stubs.type_text import Spelling, UnspellableError, import_lines
from antiphon.interpreters.stubs.strip import LyingStubError, escaped, strip, with_docstrings
from antiphon.spec import ResponseSpec

#: A definition that is wider has one parameter a line.
WIDEST = 120
#: The first line of every stub that is written here.
NOTE = "# Written by `antiphon stubs`; do not edit.\n"


class UndescribableError(Exception):
    """A module that no stub can describe without lying. `reasons` has a line for each place."""

    def __init__(self, reasons: list[str]) -> None:
        self.reasons = reasons
        super().__init__("\n".join(reasons))


def needs_stub(module: ModuleType) -> bool:
    """Whether the module declares a response whose signature type checkers cannot see."""
    return any(not getattr(response, "has_known_signature", False) for response in _responses(module).values())


def stub(module: ModuleType, source: str, file: str) -> str:
    """The text of a module's stub. `file` is what refusals call the source. Raises UndescribableError."""
    spelling = Spelling(module)
    tree = ast.parse(source)
    imported = set(_imported(tree))
    responses = {name: made for name, made in _responses(module).items() if name not in imported}
    refused: list[str] = []
    definitions: dict[str, str] = {}
    described: dict[str, ast.stmt] = {}
    attribute_docs = dict(_attribute_docs(tree))
    for name, response in responses.items():
        try:
            definitions[name] = _definition(name, response, spelling, attribute_docs.get(name, ""))
        except UnspellableError as error:
            refused.append(f"{file}:{_line(tree, name)}: {name}: {error}")
        else:
            described[name] = ast.parse(definitions[name]).body[0]

    def known(name: str) -> str | ast.stmt | None:
        return described[name] if name in described else _plain_type(vars(module).get(name), spelling)

    assigned = {target for node in ast.walk(tree) for target in _targets(node)}
    loose = [statement for name, statement in described.items() if name not in assigned]
    try:
        # Twice: what has to be imported is known once everything is spelled.
        strip(source, file, known=known, complete=True)
        add = [*ast.parse("\n".join(import_lines(spelling.imports))).body, *loose]
        text = strip(_without_docs_of(tree, described), file, known=known, add=add, complete=True)
    except LyingStubError as error:
        refused += str(error).splitlines()
        raise UndescribableError(refused) from None
    present = {name for node in ast.parse(text).body for name in (*_targets(node), *_names(node))}
    for name, value in vars(module).items():
        if name.startswith("_") or isinstance(value, ModuleType) or name in present | imported:
            continue
        refused.append(
            f"{file}:{_line(tree, name)}: {name} is public, and no stub can say what it is: "
            "annotate it, or begin its name with an underscore"
        )
    if refused:
        raise UndescribableError(refused)
    return NOTE + _imports_sorted(_laid_out(with_docstrings(text), definitions), module) + "\n"


def _responses(module: ModuleType) -> dict[str, Any]:
    """The compiled responses that a module has under public names."""
    return {name: value for name, value in vars(module).items() if not name.startswith("_") and _is_response(value)}


def _is_response(value: object) -> TypeGuard[FunctionType]:
    return isinstance(value, FunctionType) and isinstance(value.__dict__.get("spec"), ResponseSpec)


def _definition(name: str, response: Callable[..., Any], spelling: Spelling, attribute_doc: str) -> str:
    """A response as a decorated function, without a body but for its docstring."""
    found = inspect.signature(response)
    parts: list[str] = []
    for parameter in found.parameters.values():
        if parameter.kind is parameter.KEYWORD_ONLY and "*" not in parts:
            parts.append("*")
        default = "" if parameter.default is parameter.empty else f" = {spelling.value(parameter.default)}"
        parts.append(f"{parameter.name}: {spelling.of(parameter.annotation)}{default}")
    decorator = spelling.imported("antiphon.compiler.compiled", "compiled")
    doc = inspect.getdoc(response) or attribute_doc
    body = f"\n    {_docstring(doc)}" if doc else " ..."
    returned = spelling.of(found.return_annotation)
    line = f"def {name}({', '.join(parts)}) -> {returned}:"
    if len(line) + (0 if doc else len(body)) > WIDEST:
        inner = "".join(f"    {part},\n" for part in parts)
        line = f"def {name}(\n{inner}) -> {returned}:"
    return f"@{decorator}\n{line}{body}"


def _docstring(text: str) -> str:
    """The text in three quotes, below a definition."""
    lines = [line and f"    {line}" for line in python_lines(escaped(text))]
    lines = [*lines, "    "] if len(lines) > 1 else lines
    shown = "\n".join(lines).removeprefix("    ")
    return f'"""{shown}"""'


def _laid_out(text: str, definitions: dict[str, str]) -> str:
    """The stub with each definition as it was written here, one parameter a line where it is long."""
    tree = ast.parse(text)
    lines = python_lines(text)
    for node in reversed(tree.body):
        if isinstance(node, ast.FunctionDef) and node.name in definitions:
            first = min(decorator.lineno for decorator in node.decorator_list)
            lines[first - 1 : node.end_lineno] = python_lines(definitions[node.name])
    return "\n".join(lines)


def _imports_sorted(text: str, module: ModuleType) -> str:
    """The stub with its imports sorted, those of the standard library first, and those of one module put together.

    They are absolute, and a module is imported as one: in a tree of stubs, pyright finds neither `from . import models`
    nor `from shop import models` where the tree has no stub of `models`.
    """
    tree = ast.parse(text)
    imports = [node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)]
    if not imports:
        return text
    standard, other = _import_lines(imports, module)
    lines = python_lines(text)
    for node in reversed(imports):
        del lines[node.lineno - 1 : node.end_lineno]
    at = min(node.lineno for node in imports) - 1
    block = [*([""] if at and lines[at - 1] else []), *standard, *([""] if standard and other else []), *other]
    return "\n".join([*lines[:at], *block, *lines[at:]])


def _import_lines(imports: Sequence[ast.Import | ast.ImportFrom], module: ModuleType) -> tuple[list[str], list[str]]:
    """The statements for what these import, sorted: those of the standard library, and the others."""
    plain = {f"import {ast.unparse(alias)}" for node in imports if isinstance(node, ast.Import) for alias in node.names}
    members: dict[str, set[str]] = {}
    for node in imports:
        if isinstance(node, ast.ImportFrom):
            origin = resolve_name("." * node.level + (node.module or ""), module.__package__ or "")
            for alias in node.names:
                here, full = alias.asname or alias.name, f"{origin}.{alias.name}"
                if isinstance(vars(module).get(here), ModuleType) and full in sys.modules:
                    plain.add(f"import {full} as {here}")
                else:
                    members.setdefault(origin, set()).add(ast.unparse(alias))
    written = [*plain, *(f"from {origin} import {', '.join(sorted(names))}" for origin, names in members.items())]
    standard: list[str] = []
    other: list[str] = []
    for line in sorted(written, key=lambda line: line.partition(" ")[2]):
        top = line.split()[1].partition(".")[0]
        (standard if top in sys.stdlib_module_names else other).append(line)
    return standard, other


def _plain_type(value: object, spelling: Spelling) -> str | ast.stmt | None:
    """The type of a value of antiphon's own that says everything about it; None for any other value."""
    of_antiphon = type(value).__module__.startswith("antiphon.")
    if isinstance(value, ResponseDraft | type | UnionType | GenericAlias) or not of_antiphon:
        return None
    generic: tuple[Any, ...] = getattr(type(value), "__parameters__", ())
    return None if generic else spelling.of(type(value))


def _imported(tree: ast.AST) -> Iterator[str]:
    """The names that import statements bring, wherever they are in the module's own code."""
    for node in _own(tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield from (alias.asname or alias.name.partition(".")[0] for alias in node.names)


def _own(tree: ast.AST) -> Iterator[ast.AST]:
    """The nodes that run when the module is imported, but for the bodies of functions and classes."""
    for child in ast.iter_child_nodes(tree):
        yield child
        if not isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Lambda):
            yield from _own(child)


def _targets(node: ast.AST) -> Iterator[str]:
    """The plain names that an assignment gives values."""
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
    yield from (target.id for target in targets if isinstance(target, ast.Name))


def _names(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        yield node.name
    elif isinstance(node, ast.Import | ast.ImportFrom):
        yield from (alias.asname or alias.name for alias in node.names)


def _line(tree: ast.AST, name: str) -> int:
    """The line that gives a name its value; 1 where none is to be seen."""
    lines = (getattr(node, "lineno", 1) for node in _own(tree) if isinstance(node, ast.Name) and node.id == name)
    return next(lines, 1)


def _attribute_docs(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """The text below an assignment."""
    for node, after in zip(tree.body, tree.body[1:], strict=False):
        if isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant) and isinstance(after.value.value, str):
            yield from ((name, inspect.cleandoc(after.value.value)) for name in _targets(node))


def _without_docs_of(tree: ast.Module, described: dict[str, ast.stmt]) -> str:
    """The source without the texts below the assignments of responses: they are in the definitions."""
    body: list[ast.stmt] = []
    for node in tree.body:
        doc = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
        if not (doc and body and set(_targets(body[-1])) & described.keys()):
            body.append(node)
    return ast.unparse(ast.Module(body, []))

"""A module's source -> its stub: the same tree without function bodies and without private names.

Kept: docstrings, decorators, defaults, bases, class keywords, `type: ignore` comments of functions, and every private
name that something kept refers to.
A public value without a written type is refused, because its stub would lie.
"""

# pyright: reportMatchNotExhaustive=false
# A syntax tree has many kinds of nodes; each `match` here is about a few of them.

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from antiphon.diagnostics.python_lines import python_lines
from antiphon.interpreters.stubs.evident_types import called, evident_type, is_alias, is_type
from antiphon.interpreters.stubs.needed_names import defined, is_private, needed

#: Decorators that leave a function's parameters and result as they are written.
TRANSPARENT: frozenset[str] = frozenset({"cache", "lru_cache"})
#: Classes whose private attributes are parameters of their constructors.
FIELDED: frozenset[str] = frozenset({"dataclass", "NamedTuple", "Struct"})


class LyingStubError(Exception):
    """The source does not say what a stub must say. The text has a line for each place."""


#: The type of a module's value by its name, as source text, or its own statement; None where nothing is known of it.
Known = Callable[[str], "str | ast.stmt | None"]


def strip(
    source: str,
    name: str,
    also: Iterable[str] = (),
    *,
    values: Mapping[str, tuple[str, str]] | None = None,
    known: Known = lambda _: None,
    add: Sequence[ast.stmt] = (),
    complete: bool = False,
) -> str:
    """The stub of a module, without a closing newline. `also` are private names that other modules import.

    A function under a decorator that `values` names is a value of that type, which is given as its module and its name;
    the docstring is the value's. What `known` says of a name goes before what its value shows. `add` goes before
    everything else. `complete` refuses parameters and results without a type as well, and keeps the plain values of
    classes. Raises LyingStubError.
    """
    module = _Module(name, values or {}, known, complete=complete)
    tree = ast.parse(source, type_comments=True)
    document = tree.body[:1] if ast.get_docstring(tree) is not None else []
    statements = list(module.stripped(_without_implementations(tree.body[len(document) :])))
    body = needed([*document, *add, *statements], set(also))
    kept = {name for statement in body for name in defined(statement)}
    if refused := [text for owner, text in module.refused if owner is None or owner in kept]:
        raise LyingStubError("\n".join(refused))
    return ast.unparse(ast.fix_missing_locations(ast.Module(body, tree.type_ignores)))


def escaped(text: str) -> str:
    """A text as it is written between three quotes: its quotes, backslashes and control characters are escaped."""
    written = text.replace("\\", "\\\\").replace('"""', '\\"\\"\\"')
    written = _CONTROL.sub(lambda found: f"\\x{ord(found[0]):02x}", written)
    return f"{written[:-1]}\\{written[-1]}" if written.endswith('"') else written


_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def with_docstrings(stub: str) -> str:
    """The stub with attribute docstrings in three quotes, as they are in the source."""
    lines = python_lines(stub, keepends=True)
    for node in ast.walk(ast.parse(stub)):
        match node:
            case ast.Expr(value=ast.Constant(value=str() as text)) if node.lineno == node.end_lineno:
                lines[node.lineno - 1] = f'{" " * node.col_offset}"""{escaped(text)}"""\n'
    return "".join(lines)


class _Module:
    def __init__(self, name: str, values: Mapping[str, tuple[str, str]], known: Known, *, complete: bool) -> None:
        self.name = name
        self.values = values
        self.known = known
        self.complete = complete
        self.refused: list[tuple[str | None, str]] = []

    def refuse(self, node: ast.stmt, name: str, owner: str | None = None) -> None:
        """Record a statement that would make the stub lie; one in a class counts only where the class is kept."""
        where = f"{owner}.{name}" if owner else name
        self.refused.append((owner, f"{self.name}:{node.lineno}: {where} is public and has no written type"))

    def stripped(self, statements: Iterable[ast.stmt]) -> Iterator[ast.stmt]:
        """The statements of a module as its stub has them."""
        for node in statements:
            match node:
                case ast.ImportFrom(module="__future__"):
                    pass
                case ast.Import() | ast.ImportFrom() | ast.Expr(value=ast.Constant(value=str())):
                    yield node
                case ast.FunctionDef() | ast.AsyncFunctionDef():
                    yield from self.value(node) or [self.function(node)]
                case ast.ClassDef():
                    yield self.class_(node)
                case ast.AnnAssign(target=ast.Name(id=name)) if isinstance(said := self.known(name), ast.stmt):
                    yield said
                case ast.AnnAssign(annotation=ast.Name(id="Final") | ast.Attribute(attr="Final")):
                    yield self.final(node)
                case ast.AnnAssign():
                    yield node if is_alias(node) else _without_value(node)
                case ast.Assign():
                    yield from self.assignment(node)
                case ast.If():
                    yield from self.stripped(self.as_checked(node))
                case ast.Try():
                    yield from self.stripped(node.body)

    def as_checked(self, node: ast.If) -> list[ast.stmt]:
        """The branch that type checkers take."""
        match node.test:
            case ast.Name(id="TYPE_CHECKING") | ast.BoolOp(op=ast.Or(), values=[ast.Name(id="TYPE_CHECKING"), *_]):
                return node.body
            case ast.UnaryOp(op=ast.Not(), operand=ast.Name(id="TYPE_CHECKING")):
                return node.orelse
            case ast.Compare(left=ast.Name(id="__name__")):
                return []
        self.refused.append((None, f"{self.name}:{node.lineno}: type checkers cannot tell which branch is taken"))
        return []

    def flat(self, statements: list[ast.stmt]) -> list[ast.stmt]:
        """The statements of a class with those of `if TYPE_CHECKING` in their place."""
        nested = (self.flat(self.as_checked(node)) if isinstance(node, ast.If) else [node] for node in statements)
        return _without_implementations([part for parts in nested for part in parts])

    def assignment(self, node: ast.Assign) -> Iterator[ast.stmt]:
        names = [target.id for target in node.targets if isinstance(target, ast.Name)]
        told = {name: self.known(name) for name in names}
        if any(said is not None for said in told.values()):
            for name, said in told.items():
                if said is not None:
                    yield _declaration(name, said) if isinstance(said, str) else said
        elif is_type(node.value) or names == ["__all__"]:
            yield node
        elif (type_ := evident_type(node.value)) is not None:
            for name in names:
                yield _declaration(name, type_)
        elif names and not names[0].startswith("_"):
            self.refuse(node, names[0])

    def final(self, node: ast.AnnAssign) -> ast.stmt:
        """A constant whose type is that of its value: with its type where that is known, and else with the value."""
        match node.value:
            case ast.Constant() | ast.UnaryOp(operand=ast.Constant()):
                return node
        said = self.known(node.target.id) if isinstance(node.target, ast.Name) else None
        type_ = said if isinstance(said, str) else evident_type(node.value) if node.value is not None else None
        if type_ is None:
            return node
        node.annotation = ast.Subscript(node.annotation, ast.parse(type_, mode="eval").body)
        return _without_value(node)

    def value(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> list[ast.stmt]:
        """The declaration of a function that its decorator makes a value; nothing for any other function."""
        for module, name in filter(None, (self.values.get(called(decorator)) for decorator in node.decorator_list)):
            doc = ast.Expr(ast.Constant(ast.get_docstring(node) or ""))
            return [*ast.parse(f"from {module} import {name}\n{node.name}: {name}").body, doc]
        return []

    def function(self, node: ast.FunctionDef | ast.AsyncFunctionDef, owner: str | None = None) -> ast.stmt:
        if self.complete and (lacking := _untyped(node, owner)):
            self.refused.append(
                (owner or node.name, f"{self.name}:{node.lineno}: {lacking} of {node.name} has no type")
            )
        node.decorator_list = [d for d in node.decorator_list if called(d) not in TRANSPARENT]
        node.body = node.body[:1] if ast.get_docstring(node) else [ast.Expr(ast.Constant(...))]
        return node

    def class_(self, node: ast.ClassDef) -> ast.stmt:
        statements = self.flat(node.body)
        declared = {name for member in statements for name in defined(member)}
        hoisted = list(self.attributes(node, declared))
        fielded = any(called(part) in FIELDED for part in (*node.decorator_list, *node.bases))
        body = list(self.members(node.name, statements, fielded=fielded, derived=bool(node.bases)))
        slot = next((i for i, member in enumerate(body) if isinstance(member, ast.FunctionDef)), len(body))
        node.body = [*body[:slot], *hoisted, *body[slot:]] or [ast.Expr(ast.Constant(...))]
        return node

    def members(self, owner: str, statements: list[ast.stmt], *, fielded: bool, derived: bool) -> Iterator[ast.stmt]:
        """The statements of a class. An attribute's docstring stays with it."""
        kept = True
        for node in statements:
            match node:
                case ast.Expr(value=ast.Constant(value=str())):
                    if kept:
                        yield node
                case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                    if kept := not is_private(name):
                        yield self.function(node, owner)
                case ast.ClassDef(name=name):
                    if kept := not is_private(name):
                        yield self.class_(node)
                case ast.AnnAssign(target=ast.Name(id=name)):
                    if kept := fielded or not is_private(name):
                        yield _without_value(node) if called(node.annotation) == "ClassVar" else node
                case ast.Assign(targets=[ast.Name(id="__slots__" | "__match_args__" | "model_config")]):
                    yield node
                case ast.Assign(targets=[ast.Name(id=name)], value=value) if not name.startswith("_"):
                    if self.complete and evident_type(value):
                        yield node
                        continue
                    # A plain value under a base sets an attribute that the base declares already.
                    if not (derived and evident_type(value)):
                        self.refuse(node, name, owner)

    def attributes(self, node: ast.ClassDef, declared: set[str]) -> Iterator[ast.stmt]:
        """Attributes that only `__init__` gives a type, declared in the class."""
        for method in node.body:
            if not isinstance(method, ast.FunctionDef) or method.name != "__init__":
                continue
            parameters = {
                p.arg: p.annotation for p in (*method.args.posonlyargs, *method.args.args, *method.args.kwonlyargs)
            }
            type_: ast.expr | None
            for statement in ast.walk(method):
                match statement:
                    case ast.AnnAssign(target=ast.Attribute(value=ast.Name(id="self"), attr=name), annotation=type_):
                        pass
                    case ast.Assign(targets=[ast.Attribute(value=ast.Name(id="self"), attr=name)], value=value):
                        type_ = parameters.get(value.id) if isinstance(value, ast.Name) else None
                    case _:
                        continue
                if name in declared or is_private(name):
                    continue
                declared.add(name)
                if type_ is None:
                    self.refuse(statement, name, node.name)
                else:
                    yield ast.AnnAssign(ast.Name(name), type_, None, 1)


def _untyped(node: ast.FunctionDef | ast.AsyncFunctionDef, owner: str | None) -> str:
    """The first parameter without a type, or the result; empty where all have one."""
    given = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
    bound = owner is not None and not any(called(decorator) == "staticmethod" for decorator in node.decorator_list)
    given = given[1:] if bound else given
    given += [extra for extra in (node.args.vararg, node.args.kwarg) if extra is not None]
    lacking = next((f"the parameter {parameter.arg}" for parameter in given if parameter.annotation is None), "")
    return lacking or ("the result" if node.returns is None and node.name != "__init__" else "")


def _without_implementations(statements: list[ast.stmt]) -> list[ast.stmt]:
    """Of an overloaded function only the overloads."""
    overloaded: set[str] = set()
    kept: list[ast.stmt] = []
    for node in statements:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            if any(called(decorator) == "overload" for decorator in node.decorator_list):
                overloaded.add(node.name)
            elif node.name in overloaded:
                continue
        kept.append(node)
    return kept


def _declaration(name: str, type_: str) -> ast.stmt:
    return ast.parse(f"{name}: {type_}").body[0]


def _without_value(node: ast.AnnAssign) -> ast.AnnAssign:
    node.value = None
    return node

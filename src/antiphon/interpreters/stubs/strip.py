"""A module's source -> its stub: the same tree without function bodies and without what nobody outside can use.

Kept: docstrings, decorators, defaults, bases, class keywords, `type: ignore` comments of functions, and every private
name that something kept refers to.
A public value without a written type is refused, because its stub would lie.
"""

# pyright: reportMatchNotExhaustive=false
# A syntax tree has many kinds of nodes; each `match` here is about a few of them.

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

#: Decorators that leave a function's parameters and result as they are written.
TRANSPARENT: frozenset[str] = frozenset({"cache", "lru_cache"})
#: Calls that make a name which type checkers read.
DECLARING: frozenset[str] = frozenset({"NewType", "ParamSpec", "TypeVar", "TypeVarTuple", "NamedTuple", "TypedDict"})
#: The generics that an alias of a type may be a subscript of.
GENERICS: frozenset[str] = frozenset(
    (
        *("Annotated", "Callable", "ClassVar", "Literal", "Mapping", "Optional", "Sequence", "Union"),
        *("dict", "frozenset", "list", "set", "tuple", "type"),
    )
)
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
    the docstring is the value's. What `known` says of a name goes before what its value shows. `add` stands before
    everything else. `complete` refuses parameters and results without a type as well, and keeps the plain values of
    classes. Raises LyingStubError.
    """
    module = _Module(name, values or {}, known, complete=complete)
    tree = ast.parse(source, type_comments=True)
    document = tree.body[:1] if ast.get_docstring(tree) is not None else []
    statements = list(module.stripped(_without_implementations(tree.body[len(document) :])))
    body = _needed([*document, *add, *statements], set(also))
    kept = {name for statement in body for name in _defined(statement)}
    if refused := [text for owner, text in module.refused if owner is None or owner in kept]:
        raise LyingStubError("\n".join(refused))
    return ast.unparse(ast.fix_missing_locations(ast.Module(body, tree.type_ignores)))


def with_docstrings(stub: str) -> str:
    """The stub with attribute docstrings in three quotes, as they are in the source."""
    lines = stub.splitlines(keepends=True)
    for node in ast.walk(ast.parse(stub)):
        match node:
            case ast.Expr(value=ast.Constant(value=str() as text)) if node.lineno == node.end_lineno:
                escaped = text.replace("\\", "\\\\").replace('"""', '\\"\\"\\"')
                lines[node.lineno - 1] = f'{" " * node.col_offset}"""{escaped}"""\n'
    return "".join(lines)


class _Module:
    def __init__(self, name: str, values: Mapping[str, tuple[str, str]], known: Known, *, complete: bool) -> None:
        self.name = name
        self.values = values
        self.known = known
        self.complete = complete
        self.refused: list[tuple[str | None, str]] = []

    def refuse(self, node: ast.stmt, name: str, owner: str | None = None) -> None:
        """Remember a lie; one in a class counts only where the class is kept."""
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
                case ast.AnnAssign():
                    yield node if _is_alias(node) else _without_value(node)
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
        elif _is_type(node.value) or names == ["__all__"]:
            yield node
        elif (type_ := _evident_type(node.value)) is not None:
            for name in names:
                yield _declaration(name, type_)
        elif names and not names[0].startswith("_"):
            self.refuse(node, names[0])

    def value(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> list[ast.stmt]:
        """The declaration of a function that its decorator makes a value; nothing for any other function."""
        for module, name in filter(None, (self.values.get(_called(decorator)) for decorator in node.decorator_list)):
            doc = ast.Expr(ast.Constant(ast.get_docstring(node) or ""))
            return [*ast.parse(f"from {module} import {name}\n{node.name}: {name}").body, doc]
        return []

    def function(self, node: ast.FunctionDef | ast.AsyncFunctionDef, owner: str | None = None) -> ast.stmt:
        if self.complete and (lacking := _untyped(node, owner)):
            self.refused.append(
                (owner or node.name, f"{self.name}:{node.lineno}: {lacking} of {node.name} has no type")
            )
        node.decorator_list = [d for d in node.decorator_list if _called(d) not in TRANSPARENT]
        node.body = node.body[:1] if ast.get_docstring(node) else [ast.Expr(ast.Constant(...))]
        return node

    def class_(self, node: ast.ClassDef) -> ast.stmt:
        statements = self.flat(node.body)
        declared = {name for member in statements for name in _defined(member)}
        hoisted = list(self.attributes(node, declared))
        fielded = any(_called(part) in FIELDED for part in (*node.decorator_list, *node.bases))
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
                    if kept := not _is_private(name):
                        yield self.function(node, owner)
                case ast.ClassDef(name=name):
                    if kept := not _is_private(name):
                        yield self.class_(node)
                case ast.AnnAssign(target=ast.Name(id=name)):
                    if kept := fielded or not _is_private(name):
                        yield _without_value(node) if _called(node.annotation) == "ClassVar" else node
                case ast.Assign(targets=[ast.Name(id="__slots__" | "__match_args__" | "model_config")]):
                    yield node
                case ast.Assign(targets=[ast.Name(id=name)], value=value) if not name.startswith("_"):
                    if self.complete and _evident_type(value):
                        yield node
                        continue
                    # A plain value under a base sets an attribute that the base declares already.
                    if not (derived and _evident_type(value)):
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
                if name in declared or _is_private(name):
                    continue
                declared.add(name)
                if type_ is None:
                    self.refuse(statement, name, node.name)
                else:
                    yield ast.AnnAssign(ast.Name(name), type_, None, 1)


def _untyped(node: ast.FunctionDef | ast.AsyncFunctionDef, owner: str | None) -> str:
    """The first parameter without a type, or the result; empty where all have one."""
    given = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
    bound = owner is not None and not any(_called(decorator) == "staticmethod" for decorator in node.decorator_list)
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
            if any(_called(decorator) == "overload" for decorator in node.decorator_list):
                overloaded.add(node.name)
            elif node.name in overloaded:
                continue
        kept.append(node)
    return kept


def _needed(statements: list[ast.stmt], also: set[str]) -> list[ast.stmt]:
    """The statements that define public names, and those that they refer to; of an import, only the names in use."""
    kept: set[int] = set()
    wanted = {name for s in statements for name in _defined(s) if not _is_private(name)} | also
    used: set[str] = set()
    while True:
        fresh = [
            i for i, s in enumerate(statements) if i not in kept and (_defined(s) & wanted or isinstance(s, ast.Expr))
        ]
        if not fresh:
            break
        kept.update(fresh)
        used |= {name for i in fresh for name in _mentioned(statements[i])}
        wanted |= used
    result: list[ast.stmt] = []
    for index, statement in enumerate(statements):
        if isinstance(statement, ast.Import | ast.ImportFrom):
            names = [a for a in statement.names if (a.asname or a.name.partition(".")[0]) in used | also]
            if names:
                statement.names = names
                result.append(statement)
        elif index in kept:
            result.append(statement)
    return result


def _defined(node: ast.stmt) -> set[str]:
    match node:
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
            return {name}
        case ast.AnnAssign(target=ast.Name(id=name)):
            return {name}
        case ast.Assign(targets=targets):
            return {target.id for target in targets if isinstance(target, ast.Name)}
    return set()


def _mentioned(node: ast.stmt) -> Iterator[str]:
    """The names that a statement refers to, in text as well: `bound="Model"`, `__all__`."""
    for part in ast.walk(node):
        if isinstance(part, ast.Name):
            yield part.id
        elif isinstance(part, ast.Constant) and isinstance(part.value, str) and part.value.isidentifier():
            yield part.value


def _is_private(name: str) -> bool:
    return name.startswith("_") and not (name.startswith("__") and name.endswith("__"))


def _called(node: ast.expr) -> str:
    """The last name of a decorator, a base or an annotation, whatever it is called or subscripted with."""
    while isinstance(node, ast.Call | ast.Subscript):
        node = node.func if isinstance(node, ast.Call) else node.value
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def _is_alias(node: ast.AnnAssign) -> bool:
    return _called(node.annotation) == "TypeAlias"


def _is_type(node: ast.expr) -> bool:
    """Whether a value is a type as far as can be seen: a subscript, a union, or a declaring call."""
    match node:
        case ast.Subscript():
            return _called(node) in GENERICS
        case ast.BinOp(left=left, op=ast.BitOr(), right=right):
            return _is_type(left) or _is_type(right) or all(_called(side)[:1].isupper() for side in (left, right))
        case ast.Call():
            return _called(node) in DECLARING
    return False


def _evident_type(node: ast.expr) -> str | None:
    """The type of a value that nobody can mistake."""
    match node:
        case ast.JoinedStr():
            return "str"
        case ast.Constant(value=value) if value is not None and value is not Ellipsis:
            return type(value).__name__
        case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int() | float() as value)):
            return type(value).__name__
        case ast.Call(func=ast.Attribute(value=ast.Name(id="re"), attr="compile"), args=[pattern, *_]):
            return f"re.Pattern[{_evident_type(pattern) or 'str'}]"
        case ast.Call(func=ast.Name(id="frozenset"), args=[ast.Set(elts=items)]):
            return f"frozenset[{item}]" if (item := _only_type(items)) else None
        case ast.Tuple(elts=items):
            return f"tuple[{item}, ...]" if (item := _only_type(items)) else None
        case ast.Dict(keys=keys, values=values):
            key, value = _only_type(keys), _only_type(values)
            return f"dict[{key}, {value}]" if key and value else None
    return None


def _only_type(nodes: Sequence[ast.expr | None]) -> str | None:
    """The one evident type that all of these have, with those inside `*(...)`."""
    types: set[str | None] = set()
    for node in nodes:
        match node:
            case ast.Starred(value=ast.Tuple(elts=items)):
                types.add(_only_type(items))
            case ast.expr():
                types.add(_evident_type(node))
            case _:
                return None
    return types.pop() if len(types) == 1 else None


def _declaration(name: str, type_: str) -> ast.stmt:
    return ast.parse(f"{name}: {type_}").body[0]


def _without_value(node: ast.AnnAssign) -> ast.AnnAssign:
    node.value = None
    return node

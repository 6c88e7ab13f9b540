"""Types that can be seen in a syntax tree: aliases, and values whose type is certain."""

# pyright: reportMatchNotExhaustive=false
# A syntax tree has many kinds of nodes; each `match` here is about a few of them.

from __future__ import annotations

import ast
from collections.abc import Sequence

#: Calls that make a name which type checkers read.
DECLARING: frozenset[str] = frozenset({"NewType", "ParamSpec", "TypeVar", "TypeVarTuple", "NamedTuple", "TypedDict"})
#: The generics that an alias of a type may be a subscript of.
GENERICS: frozenset[str] = frozenset(
    (
        *("Annotated", "Callable", "ClassVar", "Literal", "Mapping", "Optional", "Sequence", "Union"),
        *("dict", "frozenset", "list", "set", "tuple", "type"),
    )
)


def called(node: ast.expr) -> str:
    """The last name of a decorator, a base or an annotation, whatever it is called or subscripted with."""
    while isinstance(node, ast.Call | ast.Subscript):
        node = node.func if isinstance(node, ast.Call) else node.value
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def is_alias(node: ast.AnnAssign) -> bool:
    return called(node.annotation) == "TypeAlias"


def is_type(node: ast.expr) -> bool:
    """Whether a value is a type as far as can be seen: a subscript, a union, or a declaring call."""
    match node:
        case ast.Subscript():
            return called(node) in GENERICS
        case ast.BinOp(left=left, op=ast.BitOr(), right=right):
            return is_type(left) or is_type(right) or all(called(side)[:1].isupper() for side in (left, right))
        case ast.Call():
            return called(node) in DECLARING
    return False


def evident_type(node: ast.expr) -> str | None:
    """The type of a value, where the syntax tree makes it certain."""
    match node:
        case ast.JoinedStr():
            return "str"
        case ast.Constant(value=value) if value is not None and value is not Ellipsis:
            return type(value).__name__
        case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int() | float() as value)):
            return type(value).__name__
        case ast.Call(func=ast.Attribute(value=ast.Name(id="re"), attr="compile"), args=[pattern, *_]):
            return f"re.Pattern[{evident_type(pattern) or 'str'}]"
        case ast.Call(func=ast.Name(id="JSONCookie" | "SignedCookie" as codec), args=[type_, *_]):
            return f"{codec}[{ast.unparse(type_)}]"
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
                types.add(evident_type(node))
            case _:
                return None
    return types.pop() if len(types) == 1 else None

"""The values of constant expressions in a source: literals, moments, and typed fields and cookie values made of them.

Everything that is called is Python's own or antiphon's, and depends on its arguments alone.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any, Final

from antiphon.cli.collecting.functions_read import is_field, looked_up
from antiphon.runtime.cookie_value import CookieValue

#: An expression that is not constant, or whose call raises: that call has a finding of its own.
UNKNOWN: Final = object()

_MAKING: Final = (CookieValue, date, datetime, timedelta, timezone)
#: They give the moment of the call; whether it names a time zone is what fields ask.
_NOW: Final = ("now", "today", "utcnow")


def constant(node: ast.expr | None, names: Mapping[str, Any], local: frozenset[str]) -> Any:
    """The value of an expression, or UNKNOWN."""
    match node:
        case ast.Constant(value=value):
            return value
        case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int() | float() as number)):
            return -number
        case ast.Tuple(elts=parts) | ast.List(elts=parts):
            values = [constant(part, names, local) for part in parts]
            return UNKNOWN if _is_unknown(values) else tuple(values) if isinstance(node, ast.Tuple) else values
        case ast.Name() | ast.Attribute():
            return UTC if looked_up(node, names, local) in (UTC, timezone.__dict__["utc"]) else UNKNOWN
        case ast.Call():
            made = _maker(node.func, names, local)
            try:
                return UNKNOWN if made is None else called(made, node, names, local)
            except (TypeError, ValueError, OverflowError):
                return UNKNOWN
        case _:
            return UNKNOWN


def called(function: Any, call: ast.Call, names: Mapping[str, Any], local: frozenset[str]) -> Any:
    """The value of a call whose arguments are all constants, or UNKNOWN. Raises as the function does."""
    values = [constant(one, names, local) for one in call.args]
    keywords = {one.arg or "**": constant(one.value, names, local) for one in call.keywords}
    if "**" in keywords or _is_unknown([*values, *keywords.values()]):
        return UNKNOWN
    return function(*values, **keywords)


def field_maker(node: ast.expr, names: Mapping[str, Any], local: frozenset[str]) -> Any:
    """The class of a typed field, or a method of one such as `Location.external`; None for anything else."""
    found = looked_up(node, names, local)
    if is_field(found):
        return found
    owner = looked_up(node.value, names, local) if isinstance(node, ast.Attribute) else None
    return getattr(owner, node.attr, None) if isinstance(node, ast.Attribute) and is_field(owner) else None


def _maker(node: ast.expr, names: Mapping[str, Any], local: frozenset[str]) -> Any:
    found = looked_up(node, names, local)
    if isinstance(node, ast.Attribute) and node.attr in _NOW and looked_up(node.value, names, local) is datetime:
        return _any_moment
    return found if any(found is one for one in _MAKING) else field_maker(node, names, local)


def _any_moment(tz: Any = None) -> datetime:
    return datetime(2026, 1, 1, tzinfo=tz)


def _is_unknown(values: list[Any]) -> bool:
    return any(value is UNKNOWN for value in values)

"""The faults of one call, by its framework's tables: arguments of a wrong kind, and keywords that there are not."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from antiphon.diagnostics.source_faults import LOST_STATUS, NO_REDIRECT, OPEN_REDIRECT, RAISED, WRONG_ARGUMENT
from antiphon.http.status import REDIRECTS
from antiphon.sources.arguments import Arguments
from antiphon.sources.kinds import kind
from antiphon.sources.literals import Module
from antiphon.sources.scopes import Scope
from antiphon.sources.tables import CookieCall, Framework, ResponseCall
from antiphon.sources.targets import comes_from_request
from antiphon.sources.unit import Fault, Unit

#: JSON is read so many levels deep.
_DEEPEST = 20


def faults(
    arguments: Arguments, row: ResponseCall | CookieCall, framework: Framework, module: Module, scope: Scope
) -> Iterator[Fault]:
    """Everything that is wrong with the arguments of one call."""
    yield from _unknown_keywords(arguments, row)
    for parameter, wrong in row.wrong.items():
        argument = arguments.get(parameter)
        found = kind(argument.expression, module, scope) if argument else None
        told = wrong.get(found or "")
        if argument is None or told is None:
            continue
        if not told.unless or (arguments.get(told.unless) is None and not arguments.hidden):
            yield Fault(told.fault, f"{parameter} is {found}: {told.says}", argument.node)
    if isinstance(row, ResponseCall):
        yield from _of_response(arguments, row, framework, module, scope)


def _unknown_keywords(arguments: Arguments, row: ResponseCall | CookieCall) -> Iterator[Fault]:
    for name, argument in arguments.keywords():
        if row.keywords is not None and name not in row.keywords:
            taken = ", ".join(row.keywords)
            message = f"there is no parameter {name}: the call fails with a TypeError; there are {taken}"
            yield Fault(WRONG_ARGUMENT, message, argument.node)


def _of_response(
    arguments: Arguments, row: ResponseCall, framework: Framework, module: Module, scope: Scope
) -> Iterator[Fault]:
    headers = arguments.get(row.headers_from)
    if headers is not None and isinstance(headers.expression, ast.Dict):
        for name, value in zip(headers.expression.keys, headers.expression.values, strict=True):
            told = module.literal(name, scope) if name is not None else None
            inner = field_value(value, framework, module, scope)
            yield from field_faults(str(told), inner, framework, module, scope)
    content = arguments.get(row.content_from or row.json_from)
    encoder = arguments.hidden or any(arguments.get(name) is not None for name in ("encoder", "dumps"))
    if content is not None and row.json_lacks and not encoder:
        yield from _members(content.expression, row, module, scope, 0)
    target = arguments.get(row.location_from)
    if target is not None and comes_from_request(target.expression, module, scope):
        yield Fault(OPEN_REDIRECT, "the redirect leads wherever the request says", target.node)
    status = arguments.value(row.status_from, row.status)
    if row.location_from and row.status_from and isinstance(status, int) and status not in REDIRECTS:
        given = arguments.get(row.status_from)
        if given is not None and not isinstance(status, bool):
            yield Fault(NO_REDIRECT, f"{status} does not redirect: browsers show the empty content", given.node)


def field_value(value: ast.expr, framework: Framework, module: Module, scope: Scope) -> ast.expr:
    """The expression of a field's value: inside the call of the framework's class of fields, where it is one."""
    if not isinstance(value, ast.Call) or not framework.field_classes:
        return value
    parameter = framework.field_classes.get(module.dotted(value.func, scope) or "")
    return next((word.value for word in value.keywords if word.arg == parameter), value) if parameter else value


def field_faults(name: str, value: ast.expr, framework: Framework, module: Module, scope: Scope) -> Iterator[Fault]:
    """The fault of one field's value, wherever it is set."""
    found = kind(value, module, scope)
    told = framework.wrong_fields.get(found or "")
    if told is not None:
        yield Fault(told.fault, f"the value of {name} is {found}: {told.says}", value)


def _members(node: ast.expr, row: ResponseCall, module: Module, scope: Scope, within: int) -> Iterator[Fault]:
    """The members of written JSON that have no JSON form."""
    if within > _DEEPEST:
        return
    if isinstance(node, ast.Dict | ast.List | ast.Tuple):
        for one in node.values if isinstance(node, ast.Dict) else node.elts:
            yield from _members(one, row, module, scope, within + 1)
        return
    found = kind(node, module, scope)
    if found in row.json_lacks:
        yield Fault(WRONG_ARGUMENT, f"{found} has no JSON form here: the request fails", node)


def raised(unit: Unit, statement: ast.Return | ast.Raise) -> Iterator[Fault]:
    """The fault of a response that is raised without being an exception."""
    if isinstance(statement, ast.Raise) and statement.exc is not None and not unit.is_exception:
        message = "only exceptions are raised: a response is a TypeError here, and the client gets a 500"
        yield Fault(RAISED, message, statement.exc)


def lost(target: ast.Attribute) -> Fault:
    """The fault of a status that is set where nobody reads it."""
    message = f"the response is sent with the status that it had: nobody reads `{target.attr}`"
    return Fault(LOST_STATUS, message, target)

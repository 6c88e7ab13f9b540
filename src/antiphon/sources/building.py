"""A call that makes a response, or that changes one, as what it says of the response."""

from __future__ import annotations

import ast
from typing import Any

from antiphon.sources.arguments import Argument, Arguments, pairs, text
from antiphon.sources.faults import faults, field_faults, field_value, lost
from antiphon.sources.kinds import kind
from antiphon.sources.literals import UNKNOWN, Module
from antiphon.sources.scopes import Scope
from antiphon.sources.tables import CookieCall, FieldCall, Framework, ResponseCall
from antiphon.sources.unit import Content, Cookie, Line, Unit


def made(call: ast.Call, row: ResponseCall, framework: Framework, module: Module, scope: Scope, *, name: str) -> Unit:
    """The response that a call makes."""
    arguments = Arguments(call, row.parameters, module, scope)
    unit = Unit(framework, name, call, more=not row.complete or arguments.hidden, is_exception=row.is_exception)
    unit.faults += faults(arguments, row, framework, module, scope)
    _status(unit, arguments, row)
    unit.content, argument = _content(arguments, row)
    unit.content_node = argument.node if argument else None
    _lines(unit, arguments, row, module, scope)
    _media_type(unit, arguments, row, call)
    _location(unit, arguments, row, call)
    for field in row.fields:
        if not _has(unit, field):
            unit.lines.append(Line(field, None, call, call, default=True))
    if row.cookies_from and (cookies := arguments.get(row.cookies_from)):
        _cookies(unit, cookies.expression, framework, module, scope)
    return unit


def returned(given: ast.Tuple, unit: Unit, module: Module, scope: Scope) -> Unit:
    """The response that a function gives as content, status and fields, where `unit` is its content."""
    for part in given.elts[1:]:
        value = module.literal(part, scope)
        if isinstance(value, int | str) and not isinstance(value, bool):
            unit.status, unit.status_node = as_status(value), part
        elif isinstance(part, ast.Dict | ast.List | ast.Name):
            found = pairs(part, module, scope)
            for line in found.lines:
                unit.put(Line(*line))
            unit.more = unit.more or found.more
            if isinstance(part, ast.Name) and found.more:
                unit.status = UNKNOWN  # it may be a status as well
        else:
            unit.status, unit.more = UNKNOWN, True
    return unit


def content_alone(part: ast.expr, framework: Framework, module: Module, scope: Scope, *, name: str) -> Unit:
    """A response of which only the content is told: a text, octets, what becomes JSON, or a response from elsewhere."""
    value = module.literal(part, scope)
    told = value is not UNKNOWN or kind(part, module, scope) is not None
    told = told or (isinstance(part, ast.Call) and module.dotted(part.func, scope) in framework.texts)
    unit = Unit(framework, name, part, status=200, content_node=part, more=not told)
    if isinstance(value, str | bytes):
        unit.content = value.encode(errors="surrogatepass") if isinstance(value, str) else value
    elif isinstance(part, ast.Dict | ast.List):
        unit.content = "some"
    unit.lines.append(Line("Content-Type", None, part, part, default=True))
    return unit


def as_status(value: Any) -> Any:
    """A status as a number; UNKNOWN where it is not one. A text is that of WSGI, such as `404 Not Found`."""
    if isinstance(value, str) and value[:3].isdigit() and value[3:4] in {"", " "}:
        return int(value[:3])
    return UNKNOWN if isinstance(value, bool) or not isinstance(value, int) else value


def assign(unit: Unit, target: ast.Subscript | ast.Attribute, given: ast.expr, module: Module, scope: Scope) -> None:
    """Take what an assignment to an item or an attribute of a response says of it."""
    value = module.literal(given, scope)
    framework = unit.framework
    if isinstance(target, ast.Subscript):
        name = module.literal(target.slice, scope)
        if isinstance(name, str):
            unit.put(Line(name, None if value is UNKNOWN else text(value), target.slice, given))
            unit.faults += field_faults(name, given, framework, module, scope)
        else:
            unit.more = True
    elif target.attr in framework.lost_attributes:
        unit.faults.append(lost(target))
    elif framework.attributes[target.attr] == "status":
        unit.status, unit.status_node = as_status(value), given
    else:
        unit.put(Line("Content-Type", None if value is UNKNOWN else text(value), given, given))


def _status(unit: Unit, arguments: Arguments, row: ResponseCall) -> None:
    given = arguments.value(row.status_from, row.status)
    unit.status = as_status(row.status if given is None else given)
    argument = arguments.get(row.status_from)
    unit.status_node = argument.node if argument else None


def _content(arguments: Arguments, row: ResponseCall) -> tuple[Content, Argument | None]:
    argument = arguments.get(row.content_from)
    if row.content == "never":
        return b"", argument
    if row.content == "always":
        return "some", argument
    value = arguments.value(row.content_from, None)
    if row.content == "unknown" or value is UNKNOWN:
        shown = argument is not None and isinstance(argument.expression, ast.Dict | ast.List | ast.ListComp)
        return ("some" if shown and row.content == "unless none" else "unknown"), argument
    if value is None:
        return b"", argument
    if row.content == "unless none":
        return "some", argument
    if isinstance(value, str | bytes):
        return value.encode(errors="surrogatepass") if isinstance(value, str) else value, argument
    return "unknown", argument


def _lines(unit: Unit, arguments: Arguments, row: ResponseCall, module: Module, scope: Scope) -> None:
    given = arguments.get(row.headers_from)
    if given is None:
        return
    found = pairs(given.expression, module, scope)
    unit.more = unit.more or found.more
    for name, told, name_node, node in found.lines:
        value = field_value(node, unit.framework, module, scope)
        known = told if value is node else text(module.literal(value, scope))
        unit.lines.append(Line(name, known, name_node, value))


def _media_type(unit: Unit, arguments: Arguments, row: ResponseCall, call: ast.Call) -> None:
    """The Content-Type that the framework writes, where the fields do not say another one."""
    if _has(unit, "Content-Type"):
        return
    argument = next((one for one in map(arguments.get, row.media_type_from) if one is not None), None)
    node = argument.node if argument else call
    value = argument.value if argument is not None else row.media_type
    if value is None and argument is not None:
        value = row.media_type
    if value is UNKNOWN or (argument is None and arguments.hidden and row.media_type_from):
        unit.lines.append(Line("Content-Type", None, node, node, default=argument is None))
    elif isinstance(value, str) and unit.content != b"":
        told = row.writes_media_type(value) if argument is not None else value
        unit.lines.append(Line("Content-Type", told, node, node, default=argument is None))
    elif value is not None and not isinstance(value, str):  # a fault of the call, where its framework's table has it
        unit.lines.append(Line("Content-Type", None, node, node))


def _location(unit: Unit, arguments: Arguments, row: ResponseCall, call: ast.Call) -> None:
    for field, parameter in (("Location", row.location_from), ("Allow", row.allow_from)):
        if parameter is None or _has(unit, field):
            continue
        argument = arguments.get(parameter)
        node = argument.node if argument else call
        value = argument.value if argument else UNKNOWN
        told: str | None = None
        if field == "Location" and isinstance(value, str):
            told = row.writes_location(value)
        elif isinstance(value, tuple) and all(isinstance(part, str) for part in value):
            told = ", ".join(value)
        unit.lines.append(Line(field, told, node, node))


def _cookies(unit: Unit, given: ast.expr, framework: Framework, module: Module, scope: Scope) -> None:
    """The cookies of a list of them, or of a dictionary by their names."""
    parts: list[tuple[ast.expr | None, ast.expr]] = []
    if isinstance(given, ast.List | ast.Tuple):
        parts = [(None, part) for part in given.elts]
    elif isinstance(given, ast.Dict):
        parts = list(zip(given.keys, given.values, strict=True))
    for key, part in parts:
        row = (
            framework.cookie_classes.get(module.dotted(part.func, scope) or "") if isinstance(part, ast.Call) else None
        )
        if row is not None and isinstance(part, ast.Call):
            unit.cookies.append(cookie(part, row, framework, module, scope, key=key))


def _has(unit: Unit, name: str) -> bool:
    return any(line.name.lower() == name.lower() for line in unit.lines)


def cookie(
    call: ast.Call,
    row: CookieCall,
    framework: Framework,
    module: Module,
    scope: Scope,
    *,
    key: ast.expr | None = None,
) -> Cookie:
    """The cookie that a call sets or deletes. `key` is the one that it has in a dictionary of cookies."""
    arguments = Arguments(call, row.parameters, module, scope)
    attributes: dict[str, Any] = {}
    nodes = {}
    for attribute, parameter in row.attributes.items():
        attributes[attribute] = arguments.value(parameter, row.defaults.get(parameter))
        if argument := arguments.get(parameter):
            nodes[attribute] = argument.node
    shown = arguments.get(row.attributes.get("name"))
    if "name" not in row.attributes:
        attributes["name"] = UNKNOWN
        if key is not None:
            attributes["name"], nodes["name"] = module.literal(key, scope), key
            shown = Argument(key, key, attributes["name"])
    if row.deletes:
        attributes |= {"value": "", "max_age": 0}
    if row.settles is not None:
        row.settles(attributes)
    found = list(faults(arguments, row, framework, module, scope))
    return Cookie(attributes, nodes, call, _shown(shown), row.quoting, found)


def _shown(argument: Argument | None) -> str:
    """A name for a cookie whose name is not known: the expression, where it is a name itself."""
    told = ast.unparse(argument.expression) if argument else ""
    return told if told.replace(".", "").isidentifier() else "name"


def field(call: ast.Call, row: FieldCall, module: Module, scope: Scope) -> Line | None:
    """The field line that a method sets; None where not even its name is known."""
    arguments = Arguments(call, row.parameters, module, scope)
    name, value = (arguments.get(parameter) for parameter in row.parameters)
    if name is None or value is None or not isinstance(name.value, str):
        return None
    more = len(call.args) + len(call.keywords) > 2  # parameters of the value, as Werkzeug takes them
    return Line(name.value, None if more else text(value.value), name.node, value.node)

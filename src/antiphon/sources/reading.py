"""Walk the statements of a module, and put together what is said of one response."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping, Sequence

from antiphon.sources.building import assign, content_alone, cookie, field, made, returned
from antiphon.sources.faults import raised
from antiphon.sources.literals import Module
from antiphon.sources.scopes import Scope
from antiphon.sources.tables import Framework, ResponseCall
from antiphon.sources.unit import Unit


class Reader:
    """Finds the responses of a module, in the order of its lines.

    Statements of one block about one variable make one unit, up to the first that does anything else with it.
    """

    def __init__(self, module: Module, frameworks: Sequence[Framework]) -> None:
        self._module = module
        self._calls: dict[str, tuple[Framework, ResponseCall]] = {}
        self._cookies: dict[str, Framework] = {}
        for framework in frameworks:
            self._calls |= {name: (framework, row) for name, row in framework.responses.items()}
            self._cookies |= dict.fromkeys(framework.cookie_classes, framework)
        self._tuples: dict[str, Framework] = {name: one for one in frameworks for name in one.tuples_returned_by}
        self._done: list[Unit] = []
        self._place: list[str] = []
        #: For each function around the statement, the framework that takes tuples from it.
        self._takes_tuples: list[Framework | None] = [None]

    def units(self) -> list[Unit]:
        """Everything that is seen of responses."""
        tree = self._module.tree
        self._block(tree.body, self._module.names.scopes[tree])
        return self._done

    def _block(self, statements: list[ast.stmt], scope: Scope) -> None:
        begun: dict[str, Unit] = {}
        for statement in statements:
            self._statement(statement, scope, begun)
        self._done += begun.values()

    def _statement(self, statement: ast.stmt, scope: Scope, begun: dict[str, Unit]) -> None:
        touched = self._touched(statement, scope, begun)
        if touched is not None:
            self._finish(begun, _names(statement) - {touched})
            return
        if isinstance(statement, ast.Return | ast.Raise) and self._ended(statement, scope, begun):
            return
        self._finish(begun, _names(statement))
        if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            for expression in _outside(statement):
                self._expression(expression, scope)
            self._place.append(statement.name)
            self._takes_tuples.append(self._taker(statement, scope))
            self._block(statement.body, self._module.names.scopes[statement])
            self._takes_tuples.pop()
            self._place.pop()
            return
        target = _assigned(statement)
        value = statement.value if isinstance(statement, ast.Assign | ast.AnnAssign) else None
        if target is not None and value is not None and (unit := self._response(value, scope)) is not None:
            begun[target] = unit
            return
        for inner in ast.iter_child_nodes(statement):
            if isinstance(inner, ast.expr):
                self._expression(inner, scope)
        for inner in _others(statement):
            self._expression(inner, scope)
        for block in _blocks(statement):
            self._block(block, scope)

    def _finish(self, begun: dict[str, Unit], names: set[str]) -> None:
        """End the units of variables that something unknown is done with."""
        for name in names & begun.keys():
            self._done.append(begun.pop(name))

    def _ended(self, statement: ast.Return | ast.Raise, scope: Scope, begun: dict[str, Unit]) -> bool:
        """Whether a response is returned or raised, which ends what is said of it."""
        value = statement.value if isinstance(statement, ast.Return) else statement.exc
        if isinstance(value, ast.Name) and value.id in begun:
            unit = begun.pop(value.id)
        elif value is not None and (made := self._response(value, scope)) is not None:
            unit = made
            self._finish(begun, _names(statement))
        elif isinstance(value, ast.Tuple) and (whole := self._tuple(value, scope, begun)) is not None:
            unit = whole
            self._finish(begun, _names(statement))
        else:
            return False
        unit.closed = not unit.more
        unit.faults += raised(unit, statement)
        self._done.append(unit)
        if isinstance(statement, ast.Raise) and statement.cause is not None:
            self._expression(statement.cause, scope)
        return True

    def _taker(self, statement: ast.stmt, scope: Scope) -> Framework | None:
        """The framework that takes a tuple from a function, by its decorators."""
        for decorator in getattr(statement, "decorator_list", []):
            called = decorator.func if isinstance(decorator, ast.Call) else decorator
            framework = self._tuples.get(self._module.dotted(called, scope) or "")
            if framework is not None:
                return framework
        return None

    def _tuple(self, value: ast.Tuple, scope: Scope, begun: dict[str, Unit]) -> Unit | None:
        """The response of `return content, status, fields`, where the content may be a response already."""
        framework = self._takes_tuples[-1]
        if framework is None or not 2 <= len(value.elts) <= 3 or isinstance(value.elts[0], ast.Starred):
            return None
        first = value.elts[0]
        unit = begun.pop(first.id, None) if isinstance(first, ast.Name) else self._response(first, scope)
        if unit is None:
            self._expression(first, scope)
            name = f"return of {'.'.join(self._place)}"
            unit = content_alone(first, framework, self._module, scope, name=name)
        return returned(value, unit, self._module, scope)

    def _response(self, value: ast.expr, scope: Scope) -> Unit | None:
        """The response of an expression that is a call of a known name; its arguments are read as well."""
        call = value.value if isinstance(value, ast.Await) else value
        if not isinstance(call, ast.Call):
            return None
        dotted = self._module.dotted(call.func, scope)
        if dotted is None or dotted not in self._calls:
            return None
        for inner in [*call.args, *(word.value for word in call.keywords)]:
            self._expression(inner, scope)
        framework, row = self._calls[dotted]
        return made(call, row, framework, self._module, scope, name=self._named(dotted))

    def _named(self, dotted: str) -> str:
        call = dotted.rpartition(".")[2]
        return f"{call} in {'.'.join(self._place)}" if self._place else call

    def _expression(self, node: ast.expr, scope: Scope) -> None:
        """Every response and every cookie that is made inside an expression."""
        todo: list[tuple[ast.AST, Scope]] = [(node, scope)]
        keys: dict[int, ast.expr | None] = {}
        while todo:
            one, where = todo.pop()
            if isinstance(one, ast.Dict):
                keys |= {id(value): key for key, value in zip(one.keys, one.values, strict=True)}
            if isinstance(one, ast.Lambda):
                where = self._module.names.scopes.get(one, where)
            if isinstance(one, ast.Call):
                dotted = self._module.dotted(one.func, where) or ""
                if dotted in self._calls:
                    framework, row = self._calls[dotted]
                    self._done.append(made(one, row, framework, self._module, where, name=self._named(dotted)))
                elif dotted in self._cookies:
                    framework = self._cookies[dotted]
                    unit = Unit(framework, self._named(dotted), one)
                    row_of_cookie = framework.cookie_classes[dotted]
                    key = keys.get(id(one))
                    unit.cookies.append(cookie(one, row_of_cookie, framework, self._module, where, key=key))
                    self._done.append(unit)
            todo += [(child, where) for child in reversed(list(ast.iter_child_nodes(one)))]

    def _touched(self, statement: ast.stmt, scope: Scope, begun: dict[str, Unit]) -> str | None:
        """The variable whose response a statement changes in a known way."""
        call = statement.value if isinstance(statement, ast.Expr) else None
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute):
            return self._method(call, call.func, scope, begun)
        if isinstance(statement, ast.Assign) and len(statement.targets) == 1:
            return self._set(statement, statement.targets[0], scope, begun)
        return None

    def _method(self, call: ast.Call, func: ast.Attribute, scope: Scope, begun: dict[str, Unit]) -> str | None:
        receiver, of_headers = func.value, False
        if isinstance(receiver, ast.Attribute) and receiver.attr == "headers":
            receiver, of_headers = receiver.value, True
        framework = self._framework(receiver, scope)
        if framework is None or not isinstance(receiver, ast.Name):
            return None
        if not of_headers and (row := framework.cookies.get(func.attr)) is not None:
            arguments = [*call.args, *(word.value for word in call.keywords)]
            whole = arguments[0] if len(arguments) == 1 else None
            if isinstance(whole, ast.Call) and (self._module.dotted(whole.func, scope) or "") in self._cookies:
                self._expression(whole, scope)  # the cookie as an object
                return receiver.id
            for inner in arguments:
                self._expression(inner, scope)
            made_here = cookie(call, row, framework, self._module, scope)
            self._unit(receiver.id, call, framework, begun).cookies.append(made_here)
            return receiver.id
        methods = framework.header_fields if of_headers else framework.fields
        if func.attr not in methods:
            return None
        unit = self._unit(receiver.id, call, framework, begun)
        line = field(call, methods[func.attr], self._module, scope)
        if line is None:
            unit.more = True
        else:
            unit.put(line, adds=methods[func.attr].adds)
        return receiver.id

    def _set(self, statement: ast.Assign, target: ast.expr, scope: Scope, begun: dict[str, Unit]) -> str | None:
        if not isinstance(target, ast.Subscript | ast.Attribute):
            return None
        receiver = target.value
        of_headers = isinstance(target, ast.Subscript) and isinstance(receiver, ast.Attribute)
        if isinstance(receiver, ast.Attribute) and receiver.attr == "headers" and of_headers:
            receiver = receiver.value
        elif of_headers:
            return None
        framework = self._framework(receiver, scope)
        if framework is None or not isinstance(receiver, ast.Name):
            return None
        if isinstance(target, ast.Subscript):
            meant = of_headers or framework.items_are_fields
        else:
            meant = target.attr in framework.attributes or target.attr in framework.lost_attributes
        if not meant:
            return None
        assign(self._unit(receiver.id, statement, framework, begun), target, statement.value, self._module, scope)
        self._expression(statement.value, scope)
        return receiver.id

    def _unit(self, name: str, node: ast.expr | ast.stmt, framework: Framework, begun: dict[str, Unit]) -> Unit:
        if name not in begun:
            begun[name] = Unit(framework, f"{name} in {'.'.join(self._place)}" if self._place else name, node)
        return begun[name]

    def _framework(self, receiver: ast.expr, scope: Scope) -> Framework | None:
        """The framework whose response a variable holds, whatever was assigned; None where that is not certain."""
        if not isinstance(receiver, ast.Name):
            return None
        where = scope.where(receiver.id)
        if where is None:
            return None
        found: set[str] = set()
        frameworks: Mapping[str, Framework] = {}
        for binding in where.bindings[receiver.id]:
            dotted = self._module.of_binding(binding, where) or ""
            framework = self._calls[dotted[:-2]][0] if dotted.endswith("()") and dotted[:-2] in self._calls else None
            if framework is None:
                return None
            found.add(framework.name)
            frameworks = {framework.name: framework}
        return frameworks[found.pop()] if len(found) == 1 else None


def _names(node: ast.AST) -> set[str]:
    return {one.id for one in ast.walk(node) if isinstance(one, ast.Name)}


def _assigned(statement: ast.stmt) -> str | None:
    if isinstance(statement, ast.Assign) and len(statement.targets) == 1:
        target = statement.targets[0]
    elif isinstance(statement, ast.AnnAssign):
        target = statement.target
    else:
        return None
    return target.id if isinstance(target, ast.Name) else None


def _outside(statement: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> Iterator[ast.expr]:
    yield from statement.decorator_list
    if isinstance(statement, ast.ClassDef):
        yield from statement.bases
        yield from (word.value for word in statement.keywords)
    else:
        yield from statement.args.defaults
        yield from (default for default in statement.args.kw_defaults if default is not None)


def _blocks(statement: ast.stmt) -> Iterator[list[ast.stmt]]:
    """The blocks inside a statement."""
    for name in ("body", "orelse", "finalbody"):
        block = getattr(statement, name, None)
        if isinstance(block, list) and block:
            yield block
    if isinstance(statement, ast.Try | ast.TryStar):
        yield from (handler.body for handler in statement.handlers)
    if isinstance(statement, ast.Match):
        yield from (case.body for case in statement.cases)


def _others(statement: ast.stmt) -> Iterator[ast.expr]:
    """The expressions of a statement that are not its direct children."""
    if isinstance(statement, ast.With | ast.AsyncWith):
        yield from (item.context_expr for item in statement.items)
    if isinstance(statement, ast.Match):
        yield from (case.guard for case in statement.cases if case.guard is not None)

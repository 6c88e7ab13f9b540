"""The arguments a framework hands to a function: to one that is decorated, or that overrides a method of its class."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable

from antiphon.sources.literals import Module
from antiphon.sources.scopes import Parameter, Scope
from antiphon.sources.tables import Framework


def handed_by(frameworks: Iterable[Framework]) -> Callable[[Parameter, Scope, Module], str | None]:
    """The function that gives the dotted name of what a parameter is, for a module that imports these frameworks."""
    decorators = {key: name for one in frameworks for key, name in one.handed_by_decorator.items()}
    methods = {key: name for one in frameworks for key, name in one.handed_by_method.items()}

    def handed(parameter: Parameter, scope: Scope, module: Module) -> str | None:
        function = parameter.function
        if isinstance(function, ast.Lambda):
            return None
        for decorator in function.decorator_list:
            called = decorator.func if isinstance(decorator, ast.Call) else decorator
            word = (
                called.attr if isinstance(called, ast.Attribute) else called.id if isinstance(called, ast.Name) else ""
            )
            if name := decorators.get((word, parameter.number)):
                return f"{name}()"
        outer = scope.owner
        if outer is None or scope.parent is None:
            return None
        around = scope.parent.parent or scope.parent
        bases = [module.dotted(base, around) for base in outer.bases]
        told = (methods.get((base or "", function.name, parameter.number)) for base in bases)
        found = next((name for name in told if name), None)
        return found and f"{found}()"

    return handed

"""Types as a module would write them: by the names that it has, and by import lines for those that it lacks."""

from __future__ import annotations

import builtins
import enum
import importlib
import itertools
import math
import types
import typing
from collections.abc import Collection, Iterable
from typing import Any, Literal, Union, get_args, get_origin

import antiphon


class UnspellableError(Exception):
    """A type that has no name that another module could use. The text says which."""


class Spelling:
    """Spells types for one module, and remembers what it has to import for them."""

    def __init__(self, module: types.ModuleType) -> None:
        self._names: dict[str, Any] = dict(vars(module))
        self._own = module.__name__
        #: The imports that the spellings need: the module, the name there, and the name here.
        self.imports: list[tuple[str, str, str]] = []

    def of(self, type_: Any) -> str:
        """The type as source text. Raises UnspellableError."""
        if type_ is None or type_ is type(None):
            return "None"
        if type_ is Ellipsis:
            return "..."
        if isinstance(type_, list):  # the parameters of a Callable
            return f"[{', '.join(self.of(member) for member in type_)}]"
        if not isinstance(type_, type) and (alias := self._alias(type_)):
            return alias
        origin, arguments = get_origin(type_), get_args(type_)
        if origin in (Union, types.UnionType):
            return " | ".join(self.of(member) for member in arguments)
        if origin is Literal:
            return f"{self.imported('typing', 'Literal')}[{', '.join(self.value(member) for member in arguments)}]"
        if origin is typing.Annotated:
            return self.of(arguments[0])
        if origin is not None:
            inner = ", ".join(self.of(argument) for argument in arguments)
            return f"{self.of(origin)}[{inner}]" if inner else self.of(origin)
        return self._name(type_)

    def value(self, value: Any) -> str:
        """A plain value as source text; `...` for one that has none."""
        if isinstance(value, enum.Enum):
            return f"{self.of(type(value))}.{value.name}"
        plain = value is None or type(value) in (str, int, bool, bytes) or (type(value) is float and math.isfinite(value))
        return repr(value) if plain else "..."

    def imported(self, module: str, name: str) -> str:
        """The name by which something of another module is known here, imported where it is not."""
        value = getattr(importlib.import_module(module), name)
        found = self._known(value)
        if found is not None:
            return found
        here = name
        while here in self._names:
            here = f"_{here}"
        self.imports.append((module, name, here))
        self._names[here] = value
        return here

    def _alias(self, type_: Any) -> str | None:
        """A name of the module's own for a type that is put together: `Ids = list[int]`."""
        for name, value in self._names.items():
            if not name.startswith("_") and type(value) is type(type_) and value == type_:
                return name
        return None

    def _known(self, type_: Any) -> str | None:
        """The shortest name that leads to a type from the module's own."""
        found = [name for name, value in self._names.items() if value is type_]
        own = getattr(type_, "__name__", "")
        if found:
            return min(found, key=lambda name: (name != own, name.startswith("_"), name))
        paths = [
            f"{name}.{own}"
            for name, value in self._names.items()
            if isinstance(value, types.ModuleType) and not name.startswith("__") and getattr(value, own, None) is type_
        ]
        return min(paths, default=None)

    def _name(self, type_: Any) -> str:
        module = getattr(type_, "__module__", None)
        path: str | None = getattr(type_, "__qualname__", None) or getattr(type_, "__name__", None)
        if module is None or path is None or isinstance(type_, str | typing.TypeVar | typing.ForwardRef):
            raise UnspellableError(f"{type_!r} is not a type that a stub could name")
        if self._names.get(path, vars(builtins).get(path)) is type_:
            return path
        if (known := self._known(type_)) is not None:
            return known
        if "<locals>" in path:
            raise UnspellableError(f"{path} is defined inside a function, where a stub cannot reach it")
        if module in ("__main__", self._own):
            raise UnspellableError(f"{path} is not to be found in its own module under that name")
        head, dot, rest = path.partition(".")
        return f"{self.imported(_public_module(module, head), head)}{dot}{rest}"


def _public_module(module: str, name: str) -> str:
    """The outermost package of antiphon that hands a name on, since modules inside may move; else the module."""
    if module.partition(".")[0] != antiphon.__name__:
        return module
    packages = itertools.accumulate(module.split("."), lambda outer, inner: f"{outer}.{inner}")
    return next(package for package in packages if package == module or name in _handed_on(package))


def _handed_on(package: str) -> Collection[str]:
    return getattr(importlib.import_module(package), "__all__", ())


def import_lines(imports: Iterable[tuple[str, str, str]]) -> list[str]:
    """Import statements, one for each module, in order of their names."""
    by_module: dict[str, list[str]] = {}
    for module, name, here in sorted(set(imports)):
        by_module.setdefault(module, []).append(name if here == name else f"{name} as {here}")
    return [f"from {module} import {', '.join(names)}" for module, names in by_module.items()]

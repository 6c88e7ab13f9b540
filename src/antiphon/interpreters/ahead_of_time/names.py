"""Types and values as the text of a module that imports them by name."""

from __future__ import annotations

import builtins
import datetime as dt
import decimal
import enum
import importlib
import keyword
import math
import sys
import types
import uuid
from collections.abc import Callable, Iterable
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from antiphon.runtime.content.options import AS_DECLARED, JSONOptions

#: The text that recreates a value, after the name of its type.
_CALLS: dict[type, Callable[[Any], str]] = {
    uuid.UUID: lambda value: f"({str(value)!r})",
    decimal.Decimal: lambda value: f"({str(value)!r})",
    dt.timedelta: lambda value: f"({value.days}, {value.seconds}, {value.microseconds})",
    dt.datetime: lambda value: f".fromisoformat({value.isoformat()!r})",
}


class NotWritable(Exception):  # noqa: N818 - no fault of the program: the command reports it
    """A type or a value that another process cannot find by a name. The text says which and why."""


class Names:
    """The imports of a written module, and the names that it gives them. Avoids names that are taken."""

    def __init__(self, taken: Iterable[str]) -> None:
        self._taken = {*taken, *keyword.kwlist}
        self._imported: dict[tuple[str, str], str] = {}

    def own(self, wanted: str) -> str:
        """Reserve a name in the module: `wanted`, or `wanted` with a number where it is taken."""
        name, number = wanted, 1
        while name in self._taken:
            number += 1
            name = f"{wanted}_{number}"
        self._taken.add(name)
        return name

    def imported(self, module: str, name: str, wanted: str = "") -> str:
        """The name in this module of `name` from another module."""
        known = self._imported.get((module, name))
        if known is None:
            wanted = wanted or name
            known = self.own(wanted if wanted not in self._taken else f"_{wanted.lstrip('_')}")
            self._imported[module, name] = known
        return known

    def builtin(self, name: str) -> str:
        """The name itself, unless the module uses it otherwise."""
        return self.imported("builtins", name) if name in self._taken else name

    def modules(self) -> tuple[str, ...]:
        """The modules that are imported from."""
        return tuple(sorted({module for module, _ in self._imported}))

    def lines(self) -> list[str]:
        """The import statements."""
        found: dict[str, list[str]] = {}
        for (module, name), known in sorted(self._imported.items()):
            found.setdefault(module, []).append(name if name == known else f"{name} as {known}")
        standard = [module for module in found if module.partition(".")[0] in sys.stdlib_module_names]
        groups = [sorted(standard), sorted(found.keys() - set(standard))]
        return [
            line
            for group in groups
            if group
            for line in [*(f"from {module} import {', '.join(found[module])}" for module in group), ""]
        ]

    def type(self, type_: Any) -> str:
        """A type. Raises NotWritable."""
        if type_ is None or type_ is type(None):
            return "None"
        if type_ is Ellipsis:
            return "..."
        origin, arguments = get_origin(type_), get_args(type_)
        if origin in (Union, types.UnionType):
            return " | ".join(self.type(argument) for argument in arguments)
        if origin is Literal:
            return f"{self.imported('typing', 'Literal')}[{', '.join(self.value(value) for value in arguments)}]"
        if origin is Annotated:
            raise NotWritable(f"{type_} has no name: Annotated is not a type that can be imported")
        if origin is not None:
            inner = ", ".join(self.type(argument) for argument in arguments)
            return f"{self.type(origin)}[{inner}]" if arguments else self.type(origin)
        return self._by_name(type_)

    def _by_name(self, type_: Any) -> str:
        # A method of a built-in type, such as `date.isoformat`, has the module of its class.
        module = getattr(type_, "__module__", None) or getattr(getattr(type_, "__objclass__", None), "__module__", "")
        path = getattr(type_, "__qualname__", None) or getattr(type_, "__name__", None)
        if not isinstance(path, str) or not module:
            raise NotWritable(f"{type_!r} has no name that a module could import it by")
        if module == "builtins" and getattr(builtins, path, None) is type_:
            return self.builtin(path)
        if module == "__main__":
            raise NotWritable(f"{path} is declared in __main__, which another process cannot import")
        if "<locals>" in path:
            raise NotWritable(f"{module}.{path} is declared inside a function, where no import reaches it")
        head, *rest = path.split(".")
        if _found(module, [head, *rest]) is not type_:
            raise NotWritable(f"{module}.{path} leads to something else than the type of that name")
        return ".".join([self.imported(module, head), *rest])

    def value(self, value: Any) -> str:
        """A value that is known when the module is written. Raises NotWritable."""
        if value is None or isinstance(value, type):
            return self.type(value)
        if type(value) in (bool, int, str, bytes) or (type(value) is float and math.isfinite(value)):
            return repr(value)
        if isinstance(value, enum.Enum) and value.name in type(value).__members__:
            return f"{self.type(type(value))}.{value.name}"
        if (call := _CALLS.get(type(value))) is not None:
            return f"{self.type(type(value))}{call(value)}"
        if type(value) is frozenset and len(value) < 2:
            return f"{self.builtin('frozenset')}({self.value(tuple(value))})"
        if isinstance(value, JSONOptions):
            chosen = {name: getattr(value, name) for name in value._fields}
            written = {
                name: self.type(one) if name == "encode" else self.value(one)
                for name, one in chosen.items()
                if one != getattr(AS_DECLARED, name)
            }
            return f"{self.type(JSONOptions)}({', '.join(f'{name}={text}' for name, text in written.items())})"
        if type(value) is tuple:
            inner = ", ".join(self.value(one) for one in value)
            return f"({inner},)" if len(value) == 1 else f"({inner})"
        encode = getattr(value, "encode", None)
        if encode is not None and hasattr(value, "field_name"):
            return f"{self.type(type(value))}.decode({encode().decode()!r})"
        raise NotWritable(f"a value of type {type(value).__qualname__} cannot be written down")


def _found(module: str, path: list[str]) -> object:
    """The object that another process imports by that name. Raises NotWritable if no import finds the module."""
    top = module.partition(".")[0]
    if not any(finder.find_spec(top, None) for finder in sys.meta_path):
        raise NotWritable(f"no import finds the module {module}, in which {'.'.join(path)} is declared")
    found: object = importlib.import_module(module)
    for name in path:
        found = getattr(found, name, None)
    return found

"""Compiled responses that a method would call as methods: `self.shown(user)` hands `self` over as the content.

A compiled response is a function, so an instance binds one that is an attribute of its class. By the class it is
called as it is meant, `View.shown(user)`, and so nothing is said of it there.
"""

from __future__ import annotations

import dis
from collections.abc import Iterator, Mapping
from types import CodeType, FunctionType, ModuleType
from typing import Any

from antiphon.diagnostics.call_site import CallSite
from antiphon.diagnostics.diagnostic import Diagnostic
from antiphon.diagnostics.refusals_of_modules import BOUND_RESPONSE
from antiphon.spec import ResponseSpec

_BODY = vars(type)["__dict__"]


def called_as_methods(module: ModuleType, names: Mapping[str, Any]) -> Iterator[Diagnostic]:
    """The places in the classes of a module where a method calls a compiled response by its own instance."""
    for class_ in names.values():
        if not issubclass(type(class_), type):
            continue
        body: Mapping[str, Any] = _BODY.__get__(class_)
        if body.get("__module__") != module.__name__:
            continue
        responses = {name for name, value in body.items() if _is_compiled(value)}
        if responses:
            for value in body.values():
                method = value.fget if isinstance(value, property) else value
                if isinstance(method, FunctionType) and not _is_compiled(method):
                    yield from _uses(method.__code__, responses, module.__name__)


def _is_compiled(value: object) -> bool:
    return issubclass(type(value), FunctionType) and issubclass(type(vars(value).get("spec")), ResponseSpec)


def _uses(code: CodeType, responses: set[str], module: str) -> Iterator[Diagnostic]:
    if not code.co_argcount:
        return
    before = None
    for one in dis.get_instructions(code):
        if (
            one.argval in responses
            and one.opname in ("LOAD_ATTR", "LOAD_METHOD")
            and before is not None
            and before.opname.startswith("LOAD_FAST")
            and before.argval == code.co_varnames[0]
        ):
            line = one.positions.lineno if one.positions else None
            place = CallSite(code, one.offset, line or code.co_firstlineno, module).position()
            what = f"`{before.argval}.{one.argval}` is a method of its instance, which is taken for the first argument"
            yield BOUND_RESPONSE.found(what, position=place)
        before = one

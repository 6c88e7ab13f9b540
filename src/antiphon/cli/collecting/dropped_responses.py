"""Responses that a function makes in vain, since it neither returns nor raises them.

Python forgets the value of a line of its own: the line lacks its `return` or `raise`, or asks a condition and does not
mind the answer.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from typing import Any

from antiphon.cli.collecting.functions_read import bound, functions, is_response, left, looked_up
from antiphon.cli.collecting.source import Source
from antiphon.diagnostics.diagnostic import Diagnostic
from antiphon.diagnostics.refusals_of_calls import DROPPED_RESPONSE
from antiphon.reply.not_modified import early_answer
from antiphon.reply.raisable import Raised
from antiphon.responses.conditional import answer, precondition_failed

#: They give a response, or None where there is none to send.
_GIVING = (answer, early_answer, precondition_failed, Raised)


def dropped_responses(source: Source, names: Mapping[str, Any]) -> Iterator[Diagnostic]:
    """The lines of a module's functions that make a response in vain; a test may make one to see that it can."""
    for function in functions(source.tree):
        if not function.name.startswith("test"):
            local = frozenset(bound(function))
            yield from (_found(call, source) for call in _in_vain(function) if _gives(call, names, local))


def _in_vain(node: ast.AST) -> Iterator[ast.Call]:
    for inside in left(node):
        if isinstance(inside, ast.Expr) and isinstance(inside.value, ast.Call):
            yield inside.value
        yield from _in_vain(inside)


def _gives(call: ast.Call, names: Mapping[str, Any], local: frozenset[str]) -> bool:
    found = looked_up(call.func, names, local)
    return is_response(found) or any(found is one for one in _GIVING)


def _found(call: ast.Call, source: Source) -> Diagnostic:
    what = f"`{ast.unparse(call.func)}(...)` gives a response, which is dropped"
    return DROPPED_RESPONSE.found(what, position=source.position(call))

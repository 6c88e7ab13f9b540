"""Calls of declared responses that are refused, or wrong, however often they are made.

Each is read off the source, since nothing has called it yet: arguments that the response does not have, constants that
a param or a typed field cannot carry, and text with a local name in braces, whose `f` was forgotten. What is called is
looked up among the names of the module. A name that the function binds itself may be anything, and so nothing is said
of its calls.
"""

from __future__ import annotations

import ast
import dataclasses
import functools
import inspect
import string
from collections.abc import Iterator, Mapping
from typing import Any

from antiphon.cli.collecting.constants import UNKNOWN, called, constant, field_maker
from antiphon.cli.collecting.functions_read import bound, calls, functions, is_class, is_response, looked_up
from antiphon.cli.collecting.source import Source
from antiphon.compiler.compiler import param_encoders
from antiphon.diagnostics.call_site import Position
from antiphon.diagnostics.diagnostic import Diagnostic
from antiphon.diagnostics.refusals import NO_VALIDATOR
from antiphon.diagnostics.refusals_of_calls import FORGOTTEN_F, REFUSED_CALL
from antiphon.errors import ParamError
from antiphon.reply.families import FamilyReply, family_constructor
from antiphon.responses.conditional import answer
from antiphon.rules.check import check
from antiphon.runtime.content.problem import Problem
from antiphon.spec import ResponseSpec

_PROBLEM_STATUS = "RFC 9457 section 3.1.2"


def refused_calls(source: Source, names: Mapping[str, Any]) -> Iterator[Diagnostic]:
    """The places in the functions of a module but for those where a refusal is caught."""
    for function in functions(source.tree):
        local = frozenset(bound(function))
        for call in calls(function):
            response = looked_up(call.func, names, local)
            if response is answer:
                yield from _of_answer(call, source, names, local)
            field = field_maker(call.func, names, local)
            if is_response(response):
                yield from _of_response(call, response, source, names, local)
            elif field is not None:
                yield from _of_field(call, field, source, names, local)
            if is_response(response) or field is not None:
                for text, name in _without_f(call, names, local):
                    what = f"the text has `{{{name}}}` in it, which is sent as it is written"
                    yield FORGOTTEN_F.found(what, position=source.position(text))


def _of_answer(call: ast.Call, source: Source, names: Mapping[str, Any], local: frozenset[str]) -> Iterator[Diagnostic]:
    """A response that no client can ask about again, since it carries no validator."""
    given = call.args[1] if len(call.args) > 1 else None
    response: Any = looked_up(given.func, names, local) if isinstance(given, ast.Call) else None
    if not isinstance(given, ast.Call) or not is_response(response):
        return
    spec: ResponseSpec = response.spec
    compared = spec.header("ETag") or spec.header("Last-Modified") or spec.body.kind == "file"
    if 200 <= spec.status <= 299 and not compared:
        what = f"{ast.unparse(given.func)} has neither ETag nor Last-Modified, so `answer` gives it back as it is"
        yield NO_VALIDATOR.found(what, position=source.position(given))


def _of_field(
    call: ast.Call, field: Any, source: Source, names: Mapping[str, Any], local: frozenset[str]
) -> Iterator[Diagnostic]:
    """Constants that a typed field does not take."""
    try:
        called(field, call, names, local)
    except ParamError as error:
        place = source.position(call)
        yield REFUSED_CALL.found(_first_line(error), position=place, help=error.help, citation=error.cite)
    except (TypeError, ValueError, OverflowError):  # of another kind: type checkers see it
        return


def _of_response(
    call: ast.Call, response: Any, source: Source, names: Mapping[str, Any], local: frozenset[str]
) -> Iterator[Diagnostic]:
    """Arguments that a response does not have, and constants that it cannot carry."""
    keywords = {one.arg: one.value for one in call.keywords if one.arg is not None}
    spread = len(keywords) < len(call.keywords) or any(isinstance(one, ast.Starred) for one in call.args)
    try:
        signature = inspect.signature(response)
        for one in call.keywords:
            if one.arg is not None and not _takes(signature, one.arg):
                has = ", ".join(name for name in signature.parameters if name != "background")
                what = f"{_shown(call)} has no parameter {one.arg!r}; it has {has or 'none'}"
                yield REFUSED_CALL.found(what, position=source.position(one))
                return
        (signature.bind_partial if spread else signature.bind)(*call.args, **keywords)
    except TypeError as error:
        yield REFUSED_CALL.found(f"{_shown(call)}: {error}", position=source.position(call.func))
        return
    except ValueError:  # a signature that cannot be read
        return
    yield from _of_constants(keywords, response, source, names, local)
    yield from _of_problem(keywords.get("content", call.args[0] if call.args else None), response, source, names, local)


def _of_constants(
    keywords: Mapping[str, ast.expr], response: Any, source: Source, names: Mapping[str, Any], local: frozenset[str]
) -> Iterator[Diagnostic]:
    """Constants that a param cannot carry, or that would be wrong in a declaration, and a status of another family."""
    try:
        encoders = param_encoders(response.spec)
    except Exception:  # noqa: BLE001 - the declaration is wrong, and has a finding of its own
        return
    checks = [(one.name, one.check, one.optional) for one in encoders]
    if is_class(response, FamilyReply):
        checks.append(("status", functools.partial(family_constructor, response), False))
    fields = {param.name for param in response.spec.params if param.fills == "header"}
    for name, encode, optional in checks:
        value = constant(keywords.get(name), names, local)
        if value is not UNKNOWN and not (value is None and optional):
            place = source.position(keywords[name])
            try:
                octets = encode(value)
            except ParamError as error:
                yield REFUSED_CALL.found(_first_line(error), position=place, help=error.help, citation=error.cite)
            except Exception:  # noqa: BLE001, S112 - an `encode` of the user's may raise whatever it likes
                continue
            else:
                if name in fields:
                    yield from _of_line(name, octets.decode("latin-1"), response.spec, place)


def _of_line(name: str, value: str, spec: ResponseSpec, place: Position) -> Iterator[Diagnostic]:
    """The findings about the response with that value of a param, where the declaration does not have them already."""
    slot = next(param.slot for param in spec.params if param.name == name)
    lines = tuple(
        line.model_copy(update={"value": value}) if line.value is None and line.name == slot else line
        for line in spec.headers
    )
    others = tuple(param for param in spec.params if param.name != name)
    known = {found.code for found in check(spec)} | {allowance.code for allowance in spec.allowances}
    for found in check(spec.model_copy(update={"headers": lines, "params": others})):
        if found.code not in known and not found.code.startswith("AN"):
            yield dataclasses.replace(found, position=place)


def _of_problem(
    content: ast.expr | None, response: Any, source: Source, names: Mapping[str, Any], local: frozenset[str]
) -> Iterator[Diagnostic]:
    """A problem that says another status than its response."""
    if isinstance(content, ast.Call) and looked_up(content.func, names, local) is Problem:
        for one in content.keywords:
            status = constant(one.value, names, local) if one.arg == "status" else UNKNOWN
            if isinstance(status, int) and status != response.spec.status and not is_class(response, FamilyReply):
                what = f"the problem says the status {status} in a response with the status {response.spec.status}"
                advice = "leave `status` out: the response's own is filled in"
                yield REFUSED_CALL.found(what, position=source.position(one), help=advice, citation=_PROBLEM_STATUS)


def _takes(signature: inspect.Signature, name: str) -> bool:
    found = signature.parameters.get(name)
    if found is not None and found.kind is not inspect.Parameter.POSITIONAL_ONLY:
        return True
    return any(one.kind is inspect.Parameter.VAR_KEYWORD for one in signature.parameters.values())


def _first_line(error: ParamError) -> str:
    return f"{error}".partition("\n")[0]


def _shown(call: ast.Call) -> str:
    return f"{ast.unparse(call.func)}(...)"


def _without_f(call: ast.Call, names: Mapping[str, Any], local: frozenset[str]) -> Iterator[tuple[ast.Constant, str]]:
    """The texts among the arguments of a call that have a local name in braces, each with that name."""
    open_: list[ast.expr] = [*call.args, *(one.value for one in call.keywords)]
    while open_:
        match open_.pop(0):
            case ast.Constant(value=str() as text) as found:
                for name in _in_braces(text):
                    if name.partition(".")[0].partition("[")[0] in local:
                        yield found, name
                        break
            case ast.List(elts=parts) | ast.Tuple(elts=parts):
                open_ = [*parts, *open_]
            case ast.BinOp(left=left, op=ast.Add(), right=right):
                open_ = [left, right, *open_]
            case ast.IfExp(body=body, orelse=other):
                open_ = [body, other, *open_]
            case _:
                pass


def _in_braces(text: str) -> Iterator[str]:
    """The names that a text would have as an f-string."""
    try:
        for _, name, _, _ in string.Formatter().parse(text):
            if name:
                yield name
    except ValueError:  # braces of something else
        return

"""The three strategies of a declared response."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from antiphon.errors import ParamError
from antiphon.http.status import FAMILIES, STATUSES
from antiphon.reply.operation import name_of_source, spec_of
from antiphon.reply.problem_types import ProblemReply
from antiphon.responses import Response
from antiphon.rules.check import check
from antiphon.spec import ResponseSpec
from antiphon.testing.strategies.accepted import accepted
from antiphon.testing.strategies.arguments import Arguments
from antiphon.testing.strategies.bodies import content_of
from antiphon.testing.strategies.no_strategy import NoStrategy
from antiphon.testing.strategies.of_type import of_type

C = TypeVar("C")
R = TypeVar("R", bound=Response[Any, Any])


def params(declared: Callable[..., Response[Any, Any]]) -> SearchStrategy[dict[str, Any]]:
    """The keyword arguments of a call: a value for each param, and with or without those that may be left out.

    Of a problem type its members are among them, of a family the status. Raises NoStrategy.
    """
    spec = _spec_of(declared)
    needed = Arguments(spec)
    optional = needed.optional
    for name, (annotation, default) in _members_of(declared).items():
        (needed if default is dataclasses.MISSING else optional)[name] = of_type(annotation)
    if spec.family is not None:
        needed["status"] = st.sampled_from(_statuses(spec, spec.family))
    return _begun(st.fixed_dictionaries(dict(needed), optional=optional))


def content(declared: Callable[..., Response[Any, C]]) -> SearchStrategy[C]:
    """The content that a call gives: of the declared type, and such that it can be sent.

    Of what is sent in pieces it is a list of items, of a file an open one in memory. Raises NoStrategy for a type that
    has none, and for a response whose calls give no content.
    """
    found = None if _is_problem_type(declared) else content_of(_spec_of(declared))
    if found is None:
        raise NoStrategy(f"a call of {name_of_source(declared)} gives no content: params(...) has what it gives")
    return _begun(found)


def responses(declared: Callable[..., R]) -> SearchStrategy[R]:
    """Responses with content and params, as a handler would make them. Raises NoStrategy."""
    given = st.tuples() if _is_problem_type(declared) else _positional(_spec_of(declared))
    name = name_of_source(declared)
    made = accepted(
        st.tuples(given, params(declared)),
        lambda call: declared(*call[0], **call[1]),
        ParamError,
        lambda why: NoStrategy(f"{name} refuses every call that is drawn: {why}"),
    )
    return _begun(made)


def _begun(values: SearchStrategy[Any]) -> SearchStrategy[Any]:
    """The same strategy, once Hypothesis has read its tables of characters: its health checks count seconds."""
    values.validate()
    return values


def _positional(spec: ResponseSpec) -> SearchStrategy[tuple[Any, ...]]:
    found = content_of(spec)
    return st.tuples() if found is None else st.tuples(found)


def _spec_of(declared: Any) -> ResponseSpec:
    if not isinstance(getattr(declared, "spec", None), ResponseSpec):
        what = f"{name_of_source(declared)} declares no response"
        raise TypeError(f"{what}; give a class of replies or a compiled response")
    return spec_of(declared)


def _members_of(declared: Any) -> Mapping[str, tuple[Any, Any]]:
    """The members of a problem type, with their annotations and defaults; of others none."""
    members: Mapping[str, tuple[Any, Any]] = declared._members if _is_problem_type(declared) else {}
    return members


def _is_problem_type(declared: Any) -> bool:
    return isinstance(declared, type) and issubclass(declared, ProblemReply)


def _statuses(spec: ResponseSpec, family: str) -> list[int]:
    """The registered statuses of a family with which the response may be sent."""
    of_status = ((status, spec.model_copy(update={"status": status, "family": None})) for status in FAMILIES[family])
    return [
        status
        for status, one in of_status
        if status in STATUSES and not any(found.level == "error" for found in check(one))
    ]

"""How a Problem that varies becomes JSON: with the status of its response (RFC 9457 section 3.1.3)."""

from __future__ import annotations

import copy
from typing import Any

import msgspec

from antiphon.errors import ParamError
from antiphon.runtime.content.json import content_of
from antiphon.runtime.content.options import AS_DECLARED, JSONOptions
from antiphon.runtime.content.problem import Problem
from antiphon.runtime.content.unknown import NaN
from antiphon.runtime.content.validation import Validate
from antiphon.runtime.plan import Content

MEDIA_TYPE = "application/problem+json"


def is_problem(type_: Any) -> bool:
    """Whether content of that type is problem details."""
    return isinstance(type_, type) and issubclass(type_, Problem)


def problem_content_of(
    type_: Any, *, status: int, nan: NaN = "error", validate: Validate = "never", options: JSONOptions = AS_DECLARED
) -> Content:
    """The content of a Problem, or of a subclass, in a response with that status. Raises as `content_of` does.

    A value without a status gets the response's, in a copy; one with another status is refused.
    """
    content = content_of(type_, nan=nan, validate=validate, options=options)

    def accept(given: Any) -> Any:
        if isinstance(given, Problem):
            given = _with_status(given, status)
        return given if type(given) is content.exact else content.accept(given)

    return content._replace(exact=None, accept=accept)


def _with_status(problem: Problem, status: int) -> Problem:
    if problem.status is None:
        problem = copy.copy(problem)
        msgspec.structs.force_setattr(problem, "status", status)
    elif problem.status != status:
        raise ParamError(
            "content",
            f"says the status {problem.status} in a response with the status {status}",
            help="leave `status` out: the response's own is filled in",
            cite="RFC 9457 section 3.1.3",
        )
    return problem

# Written by `nox -s generate` from src; do not edit.
"""The 304 that follows from a declared response, as a compiled response of its own."""

from collections.abc import Callable
from typing import Any, Literal, TypeVar

from antiphon.compiler.compiled import Constant
from antiphon.http.preconditions import Request
from antiphon.responses.conditional import NotModified, PreconditionFailed
from antiphon.responses.response import Response

R = TypeVar("R", bound=Response[Any, Any])

def not_modified(of: Callable[..., Response[Any, Any]]) -> Constant[Response[Literal[304], None], ...]:
    """The 304 that replaces a declared response for a client that has its content (RFC 9110 section 15.4.5).

    `of` is a compiled response or a class of replies that declares an ETag or a Last-Modified. The 304 has its fields
    that caches need again, its cookies, and the params of both; a finding that `of` accepts, it accepts too. Raises
    SpecError for a response without a validator, and for one that is not a 2xx.
    """

def early_answer(
    request: Request, of: Callable[..., R], /, *, method: str | None = None, **params: object
) -> NotModified[R] | PreconditionFailed | None:
    """The answer to a conditional GET or HEAD that needs no content, before the content is made; else None.

    `of` is the response that is declared for the content, and `params` are those that its `not_modified(of)` has: the
    validators among them decide. Raises as that does, and as `answer` does.
    """

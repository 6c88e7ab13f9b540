"""The 304 that follows from a declared response, as a compiled response of its own."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from typing import Any, Literal, TypeVar

from antiphon.builder.refused import refused
from antiphon.compiler.compiled import Constant
from antiphon.compiler.compiler import compile_spec
from antiphon.compiler.judged import judge_and_compile
from antiphon.diagnostics.assigned_name import assigned_name
from antiphon.diagnostics.call_site import CallSite, caller
from antiphon.diagnostics.refusals import NO_VALIDATOR
from antiphon.http.preconditions import Request
from antiphon.responses.conditional import NotModified, PreconditionFailed, status_for
from antiphon.responses.response import Response
from antiphon.rules.check import check
from antiphon.spec import ResponseSpec
from antiphon.spec.not_modified import not_modified_spec

R = TypeVar("R", bound=Response[Any, Any])

#: By the response that each follows from.
_derived: weakref.WeakKeyDictionary[Any, Any] = weakref.WeakKeyDictionary()


def not_modified(of: Callable[..., Response[Any, Any]]) -> Constant[Response[Literal[304], None], ...]:
    """The 304 that replaces a declared response for a client that has its content (RFC 9110 section 15.4.5).

    `of` is a compiled response or a class of replies that declares an ETag or a Last-Modified. The 304 has its fields
    that caches need again, its cookies, and the params of both; a finding that `of` accepts, it accepts too. Raises
    SpecError for a response without a validator, and for one that is not a 2xx.
    """
    return _not_modified(of, caller())


def early_answer(
    request: Request, of: Callable[..., R], /, *, method: str | None = None, **params: object
) -> NotModified[R] | PreconditionFailed | None:
    """The answer to a conditional GET or HEAD that needs no content, before the content is made; else None.

    `of` is the response that is declared for the content, and `params` are those that its `not_modified(of)` has: the
    validators among them decide. Raises as that does, and as `answer` does.
    """
    made = _derived.get(of) if callable(of) else None
    if made is None:
        made = _derived[of] = _not_modified(of, caller())
    response = made(**params)
    status = status_for(request, response.raw_headers, method)
    if status is None:
        return None
    kind: Any = NotModified
    return kind[of](response) if status == 304 else PreconditionFailed()


def _not_modified(of: Any, call_site: CallSite) -> Constant[Response[Literal[304], None], ...]:
    spec = getattr(of, "spec", None)
    if not isinstance(spec, ResponseSpec):
        what = f"{getattr(of, '__qualname__', type(of).__qualname__)} is neither a compiled response nor a reply"
        raise refused(what, "", "give what `.compile()` returned, or a class of replies", call_site)
    if not 200 <= spec.status <= 299:
        raise refused(f"a {spec.status} has no content that a client could hold", "status", "", call_site, NO_VALIDATOR)
    if spec.header("ETag") is None and spec.header("Last-Modified") is None:
        raise refused("the response has neither ETag nor Last-Modified", "headers", "", call_site, NO_VALIDATOR)
    derived = not_modified_spec(spec)
    found = {diagnostic.code for diagnostic in check(derived)}
    derived = derived.model_copy(update={"allowances": tuple(one for one in spec.allowances if one.code in found)})
    name = assigned_name(call_site)
    made: Any = judge_and_compile(
        derived,
        lambda: compile_spec(derived, name=name, module=call_site.module),
        name=name or "",
        call_sites={"": call_site},
    )
    constant: Constant[Response[Literal[304], None], ...] = made
    return constant

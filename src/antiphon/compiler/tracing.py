"""Compiled responses that know of which spec they are, for a judge of what is sent.

Otherwise all of one kind share a class, whose instances say what is sent and nothing of where they come from: to know
it costs each response an attribute, or each spec a class that CPython's caches then tell apart.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from antiphon.compiler.asked import Asked
from antiphon.runtime.content.validation import is_active
from antiphon.runtime.instance import declared_subclass, subclass
from antiphon.runtime.plan import BodyPlan

if TYPE_CHECKING:
    from antiphon.spec import ResponseSpec


def is_traced() -> bool:
    """Whether responses are traced: after `trace()`, under `python -X dev`, or with ANTIPHON_DEBUG set."""
    return Asked.by_a_judge or is_active("debug")


def traced_class(response: type, spec: ResponseSpec, body: BodyPlan) -> type:
    """The class of the instances of one spec."""
    if body.is_carried:
        return subclass(response, spec=spec)
    return declared_subclass(response, spec.status, empty=body.is_empty, spec=spec)


def traced_send(send: Callable[..., Any], spec: ResponseSpec) -> Any:
    """A `send` whose frame says the spec: it has no object that could."""

    @functools.wraps(send)
    async def antiphon_send(*given: Any, antiphon_declared: ResponseSpec = spec, **params: Any) -> None:
        await send(*given, **params)

    return antiphon_send

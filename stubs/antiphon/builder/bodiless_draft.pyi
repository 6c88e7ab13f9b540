# Written by `nox -s generate` from src; do not edit.
"""The states without content, and those that lead elsewhere, once they lack nothing."""

from collections.abc import Callable
from typing import Generic, ParamSpec, TypeVar, overload

from antiphon.builder.draft import ReadyDraft
from antiphon.builder.param_steps import BodilessDraftParamSteps, RedirectDraftParamSteps
from antiphon.builder.params import Params
from antiphon.compiler.compiled import Constant, ConstantWithoutParams, Unnamed
from antiphon.responses import RedirectResponse, Response

S = TypeVar("S", bound=int, covariant=True)
P = ParamSpec("P")
Q = ParamSpec("Q")

class BodilessDraft(ReadyDraft, BodilessDraftParamSteps[S], Generic[S, P]):
    """1xx, 204, 205 and 304: no body step, since these statuses carry no content (RFC 9110 section 6.4.1)."""

    __slots__ = ()

    def params(self, params: Callable[Q, Params]) -> BodilessDraftWithParams[S, Q]:
        """Declare the values that vary with each call: a `Params` class, whose attributes become keyword parameters."""

    @overload
    def compile(self: BodilessDraft[S, [Unnamed]]) -> Constant[Response[S, None], ...]: ...
    @overload
    def compile(self: BodilessDraft[S, []]) -> ConstantWithoutParams[Response[S, None]]: ...
    @overload
    def compile(self: BodilessDraft[S, P]) -> Constant[Response[S, None], P]: ...

class BodilessDraftWithParams(BodilessDraft[S, P], Generic[S, P]):
    """A draft without content, with a Params class."""

    __slots__ = ()

    def compile(self) -> Constant[Response[S, None], P]:
        """The function that makes the responses. Raises SpecError with every finding of level error."""

class RedirectDraft(ReadyDraft, RedirectDraftParamSteps[S], Generic[S, P]):
    """A redirect that says where to."""

    __slots__ = ()

    def params(self, params: Callable[Q, Params]) -> RedirectDraftWithParams[S, Q]:
        """Declare the values that vary with each call: a `Params` class, whose attributes become keyword parameters."""

    @overload
    def compile(self: RedirectDraft[S, [Unnamed]]) -> Constant[RedirectResponse[S], ...]: ...
    @overload
    def compile(self: RedirectDraft[S, []]) -> ConstantWithoutParams[RedirectResponse[S]]: ...
    @overload
    def compile(self: RedirectDraft[S, P]) -> Constant[RedirectResponse[S], P]: ...

class RedirectDraftWithParams(RedirectDraft[S, P], Generic[S, P]):
    """A redirect with a Params class."""

    __slots__ = ()

    def compile(self) -> Constant[RedirectResponse[S], P]:
        """The function that makes the responses. Raises SpecError with every finding of level error."""

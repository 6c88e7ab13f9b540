"""The states without content, and those that lead elsewhere, once they lack nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Generic, ParamSpec, TypeVar, overload

from antiphon.builder.draft import ReadyDraft
from antiphon.builder.param_steps import BodilessDraftParamSteps, RedirectDraftParamSteps
from antiphon.diagnostics.call_site import caller

if TYPE_CHECKING:
    from antiphon.builder.params import Params
    from antiphon.compiler.compiled import Constant, ConstantWithoutParams, Unnamed
    from antiphon.responses import RedirectResponse, Response

S = TypeVar("S", bound=int, covariant=True)  # noqa: PLC0105 - as checkers print it
P = ParamSpec("P")
Q = ParamSpec("Q")


class BodilessDraft(ReadyDraft, BodilessDraftParamSteps[S], Generic[S, P]):
    """1xx, 204, 205 and 304: no body step, since these statuses carry no content (RFC 9110 section 6.4.1)."""

    __slots__ = ()

    def params(self, params: Callable[Q, Params]) -> BodilessDraftWithParams[S, Q]:
        """Declare the values that vary with each call: a `Params` class, whose attributes become keyword parameters."""
        return BodilessDraftWithParams(self._with_params(params, caller()))

    @overload
    def compile(self: BodilessDraft[S, [Unnamed]]) -> Constant[Response[S, None], ...]: ...
    @overload
    def compile(self: BodilessDraft[S, []]) -> ConstantWithoutParams[Response[S, None]]: ...
    @overload
    def compile(self: BodilessDraft[S, P]) -> Constant[Response[S, None], P]: ...
    def compile(self) -> Any:
        """The function that makes the responses. Raises SpecError with every finding of level error."""
        return self._compile(caller())


class BodilessDraftWithParams(BodilessDraft[S, P], Generic[S, P]):
    """A draft without content, with a Params class."""

    __slots__ = ()

    def compile(self) -> Constant[Response[S, None], P]:  # pyright: ignore[reportIncompatibleMethodOverride]  # one with params is never called without
        """The function that makes the responses. Raises SpecError with every finding of level error."""
        made: Constant[Response[S, None], P] = self._compile(caller())
        return made


class RedirectDraft(ReadyDraft, RedirectDraftParamSteps[S], Generic[S, P]):
    """A redirect that says where to."""

    __slots__ = ()

    def params(self, params: Callable[Q, Params]) -> RedirectDraftWithParams[S, Q]:
        """Declare the values that vary with each call: a `Params` class, whose attributes become keyword parameters."""
        return RedirectDraftWithParams(self._with_params(params, caller()))

    @overload
    def compile(self: RedirectDraft[S, [Unnamed]]) -> Constant[RedirectResponse[S], ...]: ...
    @overload
    def compile(self: RedirectDraft[S, []]) -> ConstantWithoutParams[RedirectResponse[S]]: ...
    @overload
    def compile(self: RedirectDraft[S, P]) -> Constant[RedirectResponse[S], P]: ...
    def compile(self) -> Any:
        """The function that makes the responses. Raises SpecError with every finding of level error."""
        return self._compile(caller())


class RedirectDraftWithParams(RedirectDraft[S, P], Generic[S, P]):
    """A redirect with a Params class."""

    __slots__ = ()

    def compile(self) -> Constant[RedirectResponse[S], P]:  # pyright: ignore[reportIncompatibleMethodOverride]  # one with params is never called without
        """The function that makes the responses. Raises SpecError with every finding of level error."""
        made: Constant[RedirectResponse[S], P] = self._compile(caller())
        return made

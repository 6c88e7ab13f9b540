"""The states that lack nothing, and so compile."""

from __future__ import annotations

import builtins
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Generic, Literal, ParamSpec, Self, TypeVar, overload

from antiphon.builder import body as bodies
from antiphon.builder.content_fields import FromContent, lines_from_content
from antiphon.builder.field_steps import ObligedFieldSteps
from antiphon.builder.param_steps import DraftParamSteps
from antiphon.builder.refused import validated
from antiphon.builder.steps import ResponseDraft
from antiphon.builder.streamed_steps import StreamedSteps
from antiphon.diagnostics.call_site import caller
from antiphon.spec import Allowance

if TYPE_CHECKING:
    from typing_extensions import TypeForm

    from antiphon.builder.params import Params
    from antiphon.compiler.compiled import (
        CarrierWithoutParams,
        Compiled,
        CompiledCarrier,
        CompiledWithoutParams,
        Constant,
        ConstantWithoutParams,
        Unnamed,
    )
    from antiphon.responses import (
        FileResponse,
        HTMLResponse,
        JSONResponse,
        PlainTextResponse,
        Response,
        StreamingResponse,
    )
    from antiphon.runtime.content.octets import Octets
    from antiphon.runtime.content.types import JSONContent, NoContent
    from antiphon.spec.bodies import BodySpec

S = TypeVar("S", bound=int, covariant=True)  # noqa: PLC0105 - as checkers print it
C = TypeVar("C")
R = TypeVar("R", covariant=True)  # noqa: PLC0105 - as checkers print it
Sent = TypeVar("Sent", bound=int)
P = ParamSpec("P")
Q = ParamSpec("Q")
Given = TypeVar("Given")
Serializable = TypeVar("Serializable", bound="JSONContent")
J = TypeVar("J", bound="JSONContent")


class ReadyDraft(ResponseDraft, ObligedFieldSteps):
    """A state with every required field."""

    __slots__ = ()

    def accept_finding(self, code: str, *, because: str) -> Self:
        """Accept what a rule finds in this response, for a reason: `.accept_finding("CK081", because="...")`.

        `code` is the rule's. An acceptance that no longer matches a finding is itself a finding (AN005), and so is one
        without a reason (AN006).
        """
        call_site = caller()
        allowance = validated(Allowance, "allowances", call_site, code=code, because=because)
        return type(self)(self._state.extended("allowances", allowance, call_site))


class Draft(ReadyDraft, StreamedSteps[S, P], DraftParamSteps[S, C, R], Generic[S, C, R, P]):
    """A draft that lacks nothing: it compiles. `C` is the content that each call gives, or `NoContent`."""

    __slots__ = ()

    def json(
        self,
        model: TypeForm[Serializable],
        *,
        media_type: str | None = None,
        nan: Literal["error", "null"] = "error",
        validate: Literal["never", "always", "debug"] = "never",
        exclude_none: bool = False,
        exclude_defaults: bool = False,
        exclude_unset: bool = False,
        by_alias: bool = True,
        key_order: Literal["declared", "sorted"] = "declared",
        encode: Callable[[Any], object] | None = None,
    ) -> Draft[S, Serializable, JSONResponse[S, Serializable], P]:
        """JSON content of a declared type, given with each call.

        The media type is `application/json` unless another is given; that of a `Problem` is `application/problem+json`.
        NaN and infinities are refused with each call, or become null with `nan="null"`. `validate` says whether all
        that the content holds is checked against the type with each call; "debug" does so under `python -X dev` and
        where ANTIPHON_DEBUG is set.

        `exclude_none`, `exclude_defaults`, `exclude_unset` and `by_alias` mean what they mean to pydantic, for classes
        of fields of every kind and at every depth; `key_order="sorted"` writes members by name. `encode` gives, for a
        value of a type of one's own, a value that has a JSON form (docs/reference/json.md).
        """
        call_site = caller()
        return Draft(
            self._with_body(
                bodies.json(
                    model,
                    media_type,
                    nan,
                    validate,
                    call_site,
                    exclude_none=exclude_none,
                    exclude_defaults=exclude_defaults,
                    exclude_unset=exclude_unset,
                    by_alias=by_alias,
                    key_order=key_order,
                    encode=encode,
                ),
                call_site,
            )
        )

    def json_value(
        self, value: object, *, media_type: str = "application/json"
    ) -> Draft[S, NoContent, JSONResponse[S, None], P]:
        """JSON content that never changes, rendered now. Raises ParamError where the value has no JSON form."""
        call_site = caller()
        return Draft(self._with_body(bodies.json_value(value, media_type, call_site), call_site))

    @overload
    def html(self, content: None = None) -> Draft[S, str, HTMLResponse[S], P]: ...
    @overload
    def html(self, content: str) -> Draft[S, NoContent, HTMLResponse[S], P]: ...
    def html(self, content: str | None = None) -> Draft[S, Any, HTMLResponse[S], P]:
        """HTML in UTF-8: given with each call, or fixed here."""
        call_site = caller()
        return Draft(self._with_body(bodies.html(content, call_site), call_site))

    @overload
    def text(self, content: None = None, *, media_type: str | None = ...) -> Draft[S, str, PlainTextResponse[S], P]: ...
    @overload
    def text(self, content: str, *, media_type: str | None = ...) -> Draft[S, NoContent, PlainTextResponse[S], P]: ...
    def text(
        self, content: str | None = None, *, media_type: str | None = "text/plain; charset=utf-8"
    ) -> Draft[S, Any, PlainTextResponse[S], P]:
        """Text in UTF-8, plain or of the media type that is given: given with each call, or fixed here.

        A `text/*` media type that names no charset is given `charset=utf-8`. Where it is None, a param of type
        `ContentType` says it with each call.
        """
        call_site = caller()
        return Draft(self._with_body(bodies.text(content, media_type, call_site), call_site))

    @overload
    def bytes(
        self, media_type: str | None, content: None = None
    ) -> Draft[S, Octets, Response[S, builtins.bytes], P]: ...
    @overload
    def bytes(self, media_type: str | None, content: Octets) -> Draft[S, NoContent, Response[S, None], P]: ...
    def bytes(self, media_type: str | None, content: Any = None) -> Draft[S, Any, Response[S, Any], P]:
        """Octets of any media type, sent as they are: given with each call, or fixed here.

        They are copied from a bytearray or a memoryview, so that what is sent does not change. Where the media type is
        None, a param of type `ContentType` says it with each call.
        """
        call_site = caller()
        return Draft(self._with_body(bodies.octets(media_type, content, call_site), call_site))

    def problem(
        self,
        *,
        title: str | None = None,
        type: str | None = None,
        detail: str | None = None,
        instance: str | None = None,
        extensions: Mapping[str, object] | None = None,
    ) -> Draft[S, NoContent, JSONResponse[S, None], P]:
        """Problem details (RFC 9457) that never change; `status` is added. `antiphon.Problem` is for those that do.

        `extensions` are members of this kind of problem alone (section 3.2). Raises ParamError for one that has no JSON
        form.
        """
        call_site = caller()
        body = bodies.problem(extensions, call_site, title=title, type=type, detail=detail, instance=instance)
        return Draft(self._with_body(body, call_site))

    def from_content(self, *fields: FromContent) -> Self:
        """Send fields whose value follows from the octets of the content: `.json(User).from_content("etag")`.

        `etag` is a strong entity tag, `content_digest` and `repr_digest` are SHA-256 digests (RFC 9530). The content is
        hashed once with each response; of fixed content, here.
        """
        call_site = caller()
        draft = self
        for line in lines_from_content(fields, call_site):
            draft = draft._with_header(line, call_site)
        return draft

    @overload
    def body(self, body: BodySpec, content: None = None) -> Draft[S, NoContent, Response[S, None], P]: ...
    @overload
    def body(self, body: BodySpec, content: TypeForm[Given]) -> Draft[S, Given, Response[S, Given], P]: ...
    def body(self, body: BodySpec, content: Any = None) -> Draft[S, Any, Response[S, Any], P]:
        """A body of any kind in `antiphon.spec.bodies`, also of one that has no step of its own.

        `content` is the type of what each call gives; left out where the body says all.
        """
        call_site = caller()
        return Draft(self._with_body(bodies.of_kind(body, content, self._state.spec.status, call_site), call_site))

    def params(self, params: Callable[Q, Params]) -> DraftWithParams[S, C, R, Q]:
        """Declare the values that vary with each call: a `Params` class, whose attributes become keyword parameters."""
        return DraftWithParams(self._with_params(params, caller()))

    # Three for each kind of content: keywords that only the compiler knows, no params, and a Params class.
    @overload
    def compile(self: Draft[S, J, JSONResponse[S, J], [Unnamed]]) -> Compiled[J, JSONResponse[S, J], ...]: ...  # type: ignore[overload-overlap]  # before the others, or Any as content would be taken for one of theirs
    @overload
    def compile(self: Draft[S, J, JSONResponse[S, J], []]) -> CompiledWithoutParams[J, JSONResponse[S, J]]: ...  # type: ignore[overload-overlap]  # likewise
    @overload
    def compile(self: Draft[S, J, JSONResponse[S, J], P]) -> Compiled[J, JSONResponse[S, J], P]: ...  # type: ignore[overload-overlap]  # likewise
    @overload
    def compile(self: Draft[S, NoContent, R, [Unnamed]]) -> Constant[R, ...]: ...  # type: ignore[overload-overlap]  # of what carries its content, calls give some
    @overload
    def compile(self: Draft[S, NoContent, R, []]) -> ConstantWithoutParams[R]: ...  # type: ignore[overload-overlap]  # likewise
    @overload
    def compile(self: Draft[S, NoContent, R, P]) -> Constant[R, P]: ...  # type: ignore[overload-overlap]  # likewise
    @overload
    def compile(  # type: ignore[overload-overlap]  # what carries its content is sent otherwise
        self: Draft[S, C, StreamingResponse[S, C], [Unnamed]],
    ) -> CompiledCarrier[C, StreamingResponse[S, C], ...]: ...
    @overload
    def compile(self: Draft[S, C, StreamingResponse[S, C], []]) -> CarrierWithoutParams[C, StreamingResponse[S, C]]: ...  # type: ignore[overload-overlap]  # likewise
    @overload
    def compile(self: Draft[S, C, StreamingResponse[S, C], P]) -> CompiledCarrier[C, StreamingResponse[S, C], P]: ...  # type: ignore[overload-overlap]  # likewise
    @overload
    def compile(self: Draft[S, C, FileResponse[Sent], [Unnamed]]) -> CompiledCarrier[C, FileResponse[Sent], ...]: ...  # type: ignore[overload-overlap]  # likewise
    @overload
    def compile(self: Draft[S, C, FileResponse[Sent], []]) -> CarrierWithoutParams[C, FileResponse[Sent]]: ...  # type: ignore[overload-overlap]  # likewise
    @overload
    def compile(self: Draft[S, C, FileResponse[Sent], P]) -> CompiledCarrier[C, FileResponse[Sent], P]: ...  # type: ignore[overload-overlap]  # likewise
    @overload
    def compile(self: Draft[S, C, R, [Unnamed]]) -> Compiled[C, R, ...]: ...
    @overload
    def compile(self: Draft[S, C, R, []]) -> CompiledWithoutParams[C, R]: ...
    @overload
    def compile(self: Draft[S, C, R, P]) -> Compiled[C, R, P]: ...
    def compile(self) -> Any:
        """The function that makes the responses. Raises SpecError with every finding of level error."""
        return self._compile(caller())


# To mypy, keywords that all have a default are a kind of `[]`: the overloads of Draft take such a class for no params.
class DraftWithParams(Draft[S, C, R, P], Generic[S, C, R, P]):
    """A draft with a Params class."""

    __slots__ = ()

    @overload
    def compile(self: DraftWithParams[S, J, JSONResponse[S, J], P]) -> Compiled[J, JSONResponse[S, J], P]: ...  # type: ignore[overload-overlap]  # as above
    @overload
    def compile(self: DraftWithParams[S, NoContent, R, P]) -> Constant[R, P]: ...  # type: ignore[overload-overlap]  # likewise
    @overload
    def compile(  # type: ignore[overload-overlap]  # likewise
        self: DraftWithParams[S, C, StreamingResponse[S, C], P],
    ) -> CompiledCarrier[C, StreamingResponse[S, C], P]: ...
    @overload
    def compile(self: DraftWithParams[S, C, FileResponse[Sent], P]) -> CompiledCarrier[C, FileResponse[Sent], P]: ...  # type: ignore[overload-overlap]  # likewise
    @overload
    def compile(self: DraftWithParams[S, C, R, P]) -> Compiled[C, R, P]: ...
    def compile(self) -> Any:  # pyright: ignore[reportIncompatibleMethodOverride]  # it is never called without params
        """The function that makes the responses. Raises SpecError with every finding of level error."""
        return self._compile(caller())

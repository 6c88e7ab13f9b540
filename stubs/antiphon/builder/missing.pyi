# Written by `nox -s generate` from src; do not edit.
"""The states that lack a field which their status demands: they have no `compile`."""

import builtins
import os
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any, Generic, Literal, ParamSpec, TypeVar, overload

from typing_extensions import TypeForm

from antiphon.builder.bodiless_draft import RedirectDraft
from antiphon.builder.draft import Draft
from antiphon.builder.param_steps import DraftParamSteps, RedirectDraftParamSteps
from antiphon.builder.params import Params
from antiphon.headers.content_range import ContentRange
from antiphon.headers.location import Location
from antiphon.headers.www_authenticate import Challenge
from antiphon.responses import FileResponse, HTMLResponse, JSONResponse, PlainTextResponse, Response, StreamingResponse
from antiphon.runtime.content.octets import Octets
from antiphon.runtime.content.types import JSONContent, NoContent
from antiphon.runtime.files.source import FileContent
from antiphon.runtime.files.transmit import Missing
from antiphon.runtime.transmit.pieces import BytesPieces, Items, TextPieces
from antiphon.spec.bodies import BodySpec

S = TypeVar("S", bound=int, covariant=True)
C = TypeVar("C")
R = TypeVar("R", covariant=True)
Q = ParamSpec("Q")
Given = TypeVar("Given")
Serializable = TypeVar("Serializable", bound="JSONContent")

class DraftMissingLocation(RedirectDraftParamSteps[S], Generic[S]):
    """A redirect before `.location(...)`, or `.params(...)` with a location: no `compile`."""

    __slots__ = ()

    def location(self, target: Location | str) -> RedirectDraft[S, []]:
        """Where to: a declared target may be on any origin; a redirect to user input takes a `Location` param."""

    def params(self, params: Callable[Q, Params]) -> RedirectDraft[S, Q]:
        """Values that vary with each call, such as the location: `compile()` refuses a redirect without one (ST015)."""

class DraftMissingWWWAuthenticate(DraftParamSteps[S, C, R], Generic[S, C, R]):
    """401 before `.www_authenticate(...)`: no `compile` (RFC 9110 section 15.5.2)."""

    __slots__ = ()

    def www_authenticate(self, challenge: Challenge | str) -> Draft[S, C, R, []]:
        """How the client may authenticate."""

    def params(self, params: Callable[Q, Params]) -> Draft[S, C, R, Q]:
        """Values that vary with each call, such as the missing field: `compile()` refuses the response without it."""

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
    ) -> DraftMissingWWWAuthenticate[S, Serializable, JSONResponse[S, Serializable]]:
        """JSON content of a declared type, given with each call."""

    def json_value(
        self, value: object, *, media_type: str = "application/json"
    ) -> DraftMissingWWWAuthenticate[S, NoContent, JSONResponse[S, None]]:
        """JSON content that never changes, rendered now. Raises ParamError where the value has no JSON form."""

    @overload
    def html(self, content: None = None) -> DraftMissingWWWAuthenticate[S, str, HTMLResponse[S]]: ...
    @overload
    def html(self, content: str) -> DraftMissingWWWAuthenticate[S, NoContent, HTMLResponse[S]]: ...
    @overload
    def text(
        self, content: None = None, *, media_type: str | None = ...
    ) -> DraftMissingWWWAuthenticate[S, str, PlainTextResponse[S]]: ...
    @overload
    def text(
        self, content: str, *, media_type: str | None = ...
    ) -> DraftMissingWWWAuthenticate[S, NoContent, PlainTextResponse[S]]: ...
    @overload
    def bytes(
        self, media_type: str | None, content: None = None
    ) -> DraftMissingWWWAuthenticate[S, Octets, Response[S, builtins.bytes]]: ...
    @overload
    def bytes(
        self, media_type: str | None, content: Octets
    ) -> DraftMissingWWWAuthenticate[S, NoContent, Response[S, None]]: ...
    @overload
    def stream(
        self, media_type: str, item: type[builtins.bytes] = ..., *, length: int | None = None
    ) -> DraftMissingWWWAuthenticate[S, BytesPieces, StreamingResponse[S, BytesPieces]]: ...
    @overload
    def stream(
        self, media_type: str, item: type[str], *, length: int | None = None
    ) -> DraftMissingWWWAuthenticate[S, TextPieces, StreamingResponse[S, TextPieces]]: ...
    def json_lines(
        self,
        item: TypeForm[Serializable],
        *,
        framing: Literal["jsonl", "ndjson", "json-seq"] = "jsonl",
        nan: Literal["error", "null"] = "error",
        validate: Literal["never", "always", "debug"] = "never",
        exclude_none: bool = False,
        exclude_defaults: bool = False,
        exclude_unset: bool = False,
        by_alias: bool = True,
        key_order: Literal["declared", "sorted"] = "declared",
        encode: Callable[[Any], object] | None = None,
        flush_octets: int = 16384,
        flush_after: timedelta | float = 0.1,
        on_error: Callable[[Exception], JSONContent] | None = None,
    ) -> DraftMissingWWWAuthenticate[S, Items[Serializable], StreamingResponse[S, Items[Serializable]]]:
        """Items of a declared type, each a JSON text on a line of its own: each call gives an iterable of them."""

    def file(
        self,
        media_type: str | None = None,
        *,
        root: str | os.PathLike[str] | None = None,
        missing: Missing = "error",
        ranges: bool = True,
    ) -> DraftMissingWWWAuthenticate[S, FileContent, FileResponse[S]]:
        """A file: each call gives its path, or the file itself, open for reading octets."""

    def problem(
        self,
        *,
        title: str | None = None,
        type: str | None = None,
        detail: str | None = None,
        instance: str | None = None,
        extensions: Mapping[str, object] | None = None,
    ) -> DraftMissingWWWAuthenticate[S, NoContent, JSONResponse[S, None]]:
        """Problem details (RFC 9457) that never change; `status` is added, and `extensions` as they are."""

    @overload
    def body(
        self, body: BodySpec, content: None = None
    ) -> DraftMissingWWWAuthenticate[S, NoContent, Response[S, None]]: ...
    @overload
    def body(
        self, body: BodySpec, content: TypeForm[Given]
    ) -> DraftMissingWWWAuthenticate[S, Given, Response[S, Given]]: ...

class DraftMissingAllow(DraftParamSteps[S, C, R], Generic[S, C, R]):
    """405 before `.allow(...)`: no `compile` (RFC 9110 section 15.5.6)."""

    __slots__ = ()

    def allow(self, *methods: str) -> Draft[S, C, R, []]:
        """The methods that the resource does support."""

    def params(self, params: Callable[Q, Params]) -> Draft[S, C, R, Q]:
        """Values that vary with each call, such as the missing field: `compile()` refuses the response without it."""

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
    ) -> DraftMissingAllow[S, Serializable, JSONResponse[S, Serializable]]:
        """JSON content of a declared type, given with each call."""

    def json_value(
        self, value: object, *, media_type: str = "application/json"
    ) -> DraftMissingAllow[S, NoContent, JSONResponse[S, None]]:
        """JSON content that never changes, rendered now. Raises ParamError where the value has no JSON form."""

    @overload
    def html(self, content: None = None) -> DraftMissingAllow[S, str, HTMLResponse[S]]: ...
    @overload
    def html(self, content: str) -> DraftMissingAllow[S, NoContent, HTMLResponse[S]]: ...
    @overload
    def text(
        self, content: None = None, *, media_type: str | None = ...
    ) -> DraftMissingAllow[S, str, PlainTextResponse[S]]: ...
    @overload
    def text(
        self, content: str, *, media_type: str | None = ...
    ) -> DraftMissingAllow[S, NoContent, PlainTextResponse[S]]: ...
    @overload
    def bytes(
        self, media_type: str | None, content: None = None
    ) -> DraftMissingAllow[S, Octets, Response[S, builtins.bytes]]: ...
    @overload
    def bytes(self, media_type: str | None, content: Octets) -> DraftMissingAllow[S, NoContent, Response[S, None]]: ...
    @overload
    def stream(
        self, media_type: str, item: type[builtins.bytes] = ..., *, length: int | None = None
    ) -> DraftMissingAllow[S, BytesPieces, StreamingResponse[S, BytesPieces]]: ...
    @overload
    def stream(
        self, media_type: str, item: type[str], *, length: int | None = None
    ) -> DraftMissingAllow[S, TextPieces, StreamingResponse[S, TextPieces]]: ...
    def json_lines(
        self,
        item: TypeForm[Serializable],
        *,
        framing: Literal["jsonl", "ndjson", "json-seq"] = "jsonl",
        nan: Literal["error", "null"] = "error",
        validate: Literal["never", "always", "debug"] = "never",
        exclude_none: bool = False,
        exclude_defaults: bool = False,
        exclude_unset: bool = False,
        by_alias: bool = True,
        key_order: Literal["declared", "sorted"] = "declared",
        encode: Callable[[Any], object] | None = None,
        flush_octets: int = 16384,
        flush_after: timedelta | float = 0.1,
        on_error: Callable[[Exception], JSONContent] | None = None,
    ) -> DraftMissingAllow[S, Items[Serializable], StreamingResponse[S, Items[Serializable]]]:
        """Items of a declared type, each a JSON text on a line of its own: each call gives an iterable of them."""

    def file(
        self,
        media_type: str | None = None,
        *,
        root: str | os.PathLike[str] | None = None,
        missing: Missing = "error",
        ranges: bool = True,
    ) -> DraftMissingAllow[S, FileContent, FileResponse[S]]:
        """A file: each call gives its path, or the file itself, open for reading octets."""

    def problem(
        self,
        *,
        title: str | None = None,
        type: str | None = None,
        detail: str | None = None,
        instance: str | None = None,
        extensions: Mapping[str, object] | None = None,
    ) -> DraftMissingAllow[S, NoContent, JSONResponse[S, None]]:
        """Problem details (RFC 9457) that never change; `status` is added, and `extensions` as they are."""

    @overload
    def body(self, body: BodySpec, content: None = None) -> DraftMissingAllow[S, NoContent, Response[S, None]]: ...
    @overload
    def body(self, body: BodySpec, content: TypeForm[Given]) -> DraftMissingAllow[S, Given, Response[S, Given]]: ...

class DraftMissingContentRange(DraftParamSteps[S, C, R], Generic[S, C, R]):
    """206 before `.content_range(...)`: no `compile` (RFC 9110 section 15.3.7)."""

    __slots__ = ()

    def content_range(self, value: ContentRange | str) -> Draft[S, C, R, []]:
        """Which part of the whole this is."""

    def params(self, params: Callable[Q, Params]) -> Draft[S, C, R, Q]:
        """Values that vary with each call, such as the missing field: `compile()` refuses the response without it."""

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
    ) -> DraftMissingContentRange[S, Serializable, JSONResponse[S, Serializable]]:
        """JSON content of a declared type, given with each call."""

    def json_value(
        self, value: object, *, media_type: str = "application/json"
    ) -> DraftMissingContentRange[S, NoContent, JSONResponse[S, None]]:
        """JSON content that never changes, rendered now. Raises ParamError where the value has no JSON form."""

    @overload
    def html(self, content: None = None) -> DraftMissingContentRange[S, str, HTMLResponse[S]]: ...
    @overload
    def html(self, content: str) -> DraftMissingContentRange[S, NoContent, HTMLResponse[S]]: ...
    @overload
    def text(
        self, content: None = None, *, media_type: str | None = ...
    ) -> DraftMissingContentRange[S, str, PlainTextResponse[S]]: ...
    @overload
    def text(
        self, content: str, *, media_type: str | None = ...
    ) -> DraftMissingContentRange[S, NoContent, PlainTextResponse[S]]: ...
    @overload
    def bytes(
        self, media_type: str | None, content: None = None
    ) -> DraftMissingContentRange[S, Octets, Response[S, builtins.bytes]]: ...
    @overload
    def bytes(
        self, media_type: str | None, content: Octets
    ) -> DraftMissingContentRange[S, NoContent, Response[S, None]]: ...
    @overload
    def stream(
        self, media_type: str, item: type[builtins.bytes] = ..., *, length: int | None = None
    ) -> DraftMissingContentRange[S, BytesPieces, StreamingResponse[S, BytesPieces]]: ...
    @overload
    def stream(
        self, media_type: str, item: type[str], *, length: int | None = None
    ) -> DraftMissingContentRange[S, TextPieces, StreamingResponse[S, TextPieces]]: ...
    def json_lines(
        self,
        item: TypeForm[Serializable],
        *,
        framing: Literal["jsonl", "ndjson", "json-seq"] = "jsonl",
        nan: Literal["error", "null"] = "error",
        validate: Literal["never", "always", "debug"] = "never",
        exclude_none: bool = False,
        exclude_defaults: bool = False,
        exclude_unset: bool = False,
        by_alias: bool = True,
        key_order: Literal["declared", "sorted"] = "declared",
        encode: Callable[[Any], object] | None = None,
        flush_octets: int = 16384,
        flush_after: timedelta | float = 0.1,
        on_error: Callable[[Exception], JSONContent] | None = None,
    ) -> DraftMissingContentRange[S, Items[Serializable], StreamingResponse[S, Items[Serializable]]]:
        """Items of a declared type, each a JSON text on a line of its own: each call gives an iterable of them."""

    def file(
        self,
        media_type: str | None = None,
        *,
        root: str | os.PathLike[str] | None = None,
        missing: Missing = "error",
        ranges: bool = True,
    ) -> DraftMissingContentRange[S, FileContent, FileResponse[S]]:
        """A file: each call gives its path, or the file itself, open for reading octets."""

    def problem(
        self,
        *,
        title: str | None = None,
        type: str | None = None,
        detail: str | None = None,
        instance: str | None = None,
        extensions: Mapping[str, object] | None = None,
    ) -> DraftMissingContentRange[S, NoContent, JSONResponse[S, None]]:
        """Problem details (RFC 9457) that never change; `status` is added, and `extensions` as they are."""

    @overload
    def body(
        self, body: BodySpec, content: None = None
    ) -> DraftMissingContentRange[S, NoContent, Response[S, None]]: ...
    @overload
    def body(
        self, body: BodySpec, content: TypeForm[Given]
    ) -> DraftMissingContentRange[S, Given, Response[S, Given]]: ...

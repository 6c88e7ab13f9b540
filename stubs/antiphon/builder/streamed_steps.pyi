# Written by `nox -s generate` from src; do not edit.
"""The steps for content that is sent piece by piece: streams, JSON lines, files and server-sent events."""

import builtins
import os
from collections.abc import Callable
from datetime import timedelta
from typing import Any, Generic, Literal, ParamSpec, TypeVar, overload

from typing_extensions import TypeForm

from antiphon.builder.draft import Draft
from antiphon.builder.events import PING
from antiphon.builder.steps import ResponseDraft
from antiphon.responses import FileResponse, StreamingResponse
from antiphon.runtime.content.types import JSONContent
from antiphon.runtime.events.event import Event, EventStream
from antiphon.runtime.files.source import FileContent
from antiphon.runtime.files.transmit import FileStatus, Missing
from antiphon.runtime.transmit.pieces import BytesPieces, Items, TextPieces

S = TypeVar("S", bound=int, covariant=True)
P = ParamSpec("P")
Serializable = TypeVar("Serializable", bound="JSONContent")
Item = TypeVar("Item", bound="JSONContent | Event[Any]")

class StreamedSteps(ResponseDraft, Generic[S, P]):
    """Content that the response carries and sends while it is read, instead of octets that are made first."""

    __slots__ = ()

    @overload
    def stream(
        self, media_type: str, item: type[builtins.bytes] = ..., *, length: int | None = None
    ) -> Draft[S, BytesPieces, StreamingResponse[S, BytesPieces], P]: ...
    @overload
    def stream(
        self, media_type: str, item: type[str], *, length: int | None = None
    ) -> Draft[S, TextPieces, StreamingResponse[S, TextPieces], P]: ...
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
    ) -> Draft[S, Items[Serializable], StreamingResponse[S, Items[Serializable]], P]:
        """Items of a declared type, each a JSON text on a line of its own: each call gives an iterable of them.

        `framing` is `jsonl` (application/jsonl), `ndjson` (application/x-ndjson) or `json-seq` (application/json-seq,
        RFC 7464). `nan`, `validate` and the JSON options are as in `.json(...)`. The first item is sent at once; others
        are put together until they are `flush_octets` long, and wait no longer than `flush_after`, a timedelta or
        seconds. `on_error` makes the last item of an error that is raised after the first item, or None where the
        response is to be broken off; its return type is the declared type of that item.
        """

    @overload
    def file(
        self: StreamedSteps[Literal[200], P],
        media_type: str | None = None,
        *,
        root: str | os.PathLike[str] | None = None,
        missing: Missing = "error",
        ranges: bool = True,
    ) -> Draft[Literal[200], FileContent, FileResponse[FileStatus], P]: ...
    @overload
    def file(
        self,
        media_type: str | None = None,
        *,
        root: str | os.PathLike[str] | None = None,
        missing: Missing = "error",
        ranges: bool = True,
    ) -> Draft[S, FileContent, FileResponse[S], P]: ...
    def events(
        self: StreamedSteps[Literal[200], P],
        events: TypeForm[Item],
        *,
        ping: timedelta | Literal[False] = PING,
        retry: int | timedelta | None = None,
        error: Event[Any] | None = None,
        nan: Literal["error", "null"] = "error",
        validate: Literal["never", "always", "debug"] = "never",
        exclude_none: bool = False,
        exclude_defaults: bool = False,
        exclude_unset: bool = False,
        by_alias: bool = True,
        key_order: Literal["declared", "sorted"] = "declared",
        encode: Callable[[Any], object] | None = None,
    ) -> Draft[Literal[200], EventStream[Item], StreamingResponse[Literal[200], EventStream[Item]], P]:
        """Server-sent events (HTML section 9.2): each call gives an iterable of them, asynchronous or not.

        `events` is a class of events, a union of several, or the type of bare data: `.events(Tick | Done)`. Each item
        is checked against it, data is narrowed and encoded as JSON content is (`nan`, `validate` and the JSON options
        are those of `.json(...)`), and sent at once.

        A comment is sent where there was no item for `ping`, by default 15 seconds; with False never. Clients are told
        to wait for `retry`, a timedelta or milliseconds, before they connect again. `error` is sent as the last event
        where the iterable fails after something was sent; without it the connection is broken off.

        `Cache-Control: no-store` and `X-Accel-Buffering: no` are sent unless there are other lines of these names.
        """

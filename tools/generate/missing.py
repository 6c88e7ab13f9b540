"""Writes `src/antiphon/builder/missing.py`: one state for each field that a status obliges a response to have."""

from __future__ import annotations

from pathlib import Path

from antiphon.http.status import STATUSES, statuses_that_oblige
from formatted import formatted

TARGET = Path(__file__).parents[2] / "src" / "antiphon" / "builder" / "missing.py"

#: field, step, the step's parameters, field class, what is handed to it, what the step says
STATES = (
    ("WWW-Authenticate", "www_authenticate", "challenge: Challenge | str",
     "Challenge", "challenge", "How the client may authenticate."),
    ("Allow", "allow", "*methods: str", "Allow", "methods", "The methods that the resource does support."),
    ("Content-Range", "content_range", "value: ContentRange | str",
     "ContentRange", "value", "Which part of the whole this is."),
)  # fmt: skip

HEAD = '''\
# Written by `nox -s generate`; do not edit.
"""The states that lack a field which their status demands: they have no `compile`."""

from __future__ import annotations

import builtins
import os
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Generic, Literal, ParamSpec, TypeVar, overload

from antiphon.builder import body as bodies
from antiphon.builder.bodiless_draft import RedirectDraft
from antiphon.builder.draft import Draft
from antiphon.builder.param_steps import DraftParamSteps, RedirectDraftParamSteps
from antiphon.headers.allow import Allow
from antiphon.headers.content_range import ContentRange
from antiphon.headers.location import Location
from antiphon.headers.www_authenticate import Challenge
from antiphon.diagnostics.call_site import caller

if TYPE_CHECKING:
    from datetime import timedelta

    from typing_extensions import TypeForm

    from antiphon.runtime.content.octets import Octets
    from antiphon.builder.params import Params
    from antiphon.runtime.content.types import JSONContent, NoContent
    from antiphon.responses import (
        FileResponse,
        HTMLResponse,
        JSONResponse,
        PlainTextResponse,
        Response,
        StreamingResponse,
    )
    from antiphon.runtime.files.source import FileContent
    from antiphon.runtime.files.transmit import Missing
    from antiphon.runtime.transmit.pieces import BytesPieces, Items, TextPieces
    from antiphon.spec.bodies import BodySpec

S = TypeVar("S", bound=int, covariant=True)  # noqa: PLC0105 - as checkers print it
C = TypeVar("C")
R = TypeVar("R", covariant=True)  # noqa: PLC0105 - as checkers print it
Q = ParamSpec("Q")
Given = TypeVar("Given")
Serializable = TypeVar("Serializable", bound="JSONContent")


class DraftMissingLocation(RedirectDraftParamSteps[S], Generic[S]):
    """A redirect before `.location(...)`, or `.params(...)` with a location: no `compile`."""

    __slots__ = ()

    def location(self, target: Location | str) -> RedirectDraft[S, []]:
        """Where to: a declared target may be on any origin; a redirect to user input takes a `Location` param."""
        return RedirectDraft(self._met(Location, target, caller()))

    def params(self, params: Callable[Q, Params]) -> RedirectDraft[S, Q]:
        """Values that vary with each call, such as the location: `compile()` refuses a redirect without one (ST015)."""
        return RedirectDraft(self._with_params(params, caller()))

'''

STATE = '''

class {name}(DraftParamSteps[S, C, R], Generic[S, C, R]):
    """{status} before `.{step}(...)`: no `compile` (RFC 9110 section {section})."""

    __slots__ = ()

    def {step}(self, {parameters}) -> Draft[S, C, R, []]:
        """{says}"""
        return Draft(self._met({field}, {value}, caller()))

    def params(self, params: Callable[Q, Params]) -> Draft[S, C, R, Q]:
        """Values that vary with each call, such as the missing field: `compile()` refuses the response without it."""
        return Draft(self._with_params(params, caller()))

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
    ) -> {name}[S, Serializable, JSONResponse[S, Serializable]]:
        """JSON content of a declared type, given with each call."""
        call_site = caller()
        return {name}(self._with_body(bodies.json(
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
        ), call_site))

    def json_value(
        self, value: object, *, media_type: str = "application/json"
    ) -> {name}[S, NoContent, JSONResponse[S, None]]:
        """JSON content that never changes, rendered now. Raises ParamError where the value has no JSON form."""
        call_site = caller()
        return {name}(self._with_body(bodies.json_value(value, media_type, call_site), call_site))

    @overload
    def html(self, content: None = None) -> {name}[S, str, HTMLResponse[S]]: ...
    @overload
    def html(self, content: str) -> {name}[S, NoContent, HTMLResponse[S]]: ...
    def html(self, content: str | None = None) -> {name}[S, Any, HTMLResponse[S]]:
        """HTML in UTF-8: given with each call, or fixed here."""
        call_site = caller()
        return {name}(self._with_body(bodies.html(content, call_site), call_site))

    @overload
    def text(self, content: None = None, *, media_type: str | None = ...) -> {name}[S, str, PlainTextResponse[S]]: ...
    @overload
    def text(self, content: str, *, media_type: str | None = ...) -> {name}[S, NoContent, PlainTextResponse[S]]: ...
    def text(
        self, content: str | None = None, *, media_type: str | None = "text/plain; charset=utf-8"
    ) -> {name}[S, Any, PlainTextResponse[S]]:
        """Text in UTF-8, plain or of the media type that is given: given with each call, or fixed here."""
        call_site = caller()
        return {name}(self._with_body(bodies.text(content, media_type, call_site), call_site))

    @overload
    def bytes(self, media_type: str | None, content: None = None) -> {name}[S, Octets, Response[S, builtins.bytes]]: ...
    @overload
    def bytes(self, media_type: str | None, content: Octets) -> {name}[S, NoContent, Response[S, None]]: ...
    def bytes(self, media_type: str | None, content: Any = None) -> {name}[S, Any, Response[S, Any]]:
        """Octets of any media type, sent as they are: given with each call, or fixed here."""
        call_site = caller()
        return {name}(self._with_body(bodies.octets(media_type, content, call_site), call_site))

    @overload
    def stream(
        self, media_type: str, item: type[builtins.bytes] = ..., *, length: int | None = None
    ) -> {name}[S, BytesPieces, StreamingResponse[S, BytesPieces]]: ...
    @overload
    def stream(
        self, media_type: str, item: type[str], *, length: int | None = None
    ) -> {name}[S, TextPieces, StreamingResponse[S, TextPieces]]: ...
    def stream(
        self, media_type: str, item: type[builtins.bytes | str] = builtins.bytes, *, length: int | None = None
    ) -> {name}[S, Any, StreamingResponse[S, Any]]:
        """Content of any media type that is sent piece by piece: each call gives an iterable, asynchronous or not."""
        call_site = caller()
        return {name}(self._with_body(bodies.stream(media_type, item, length, call_site), call_site))

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
        flush_octets: int = 16_384,
        flush_after: timedelta | float = 0.1,
        on_error: Callable[[Exception], JSONContent] | None = None,
    ) -> {name}[S, Items[Serializable], StreamingResponse[S, Items[Serializable]]]:
        """Items of a declared type, each a JSON text on a line of its own: each call gives an iterable of them."""
        call_site = caller()
        body = bodies.json_lines(
            item,
            call_site,
            framing=framing,
            nan=nan,
            validate=validate,
            exclude_none=exclude_none,
            exclude_defaults=exclude_defaults,
            exclude_unset=exclude_unset,
            by_alias=by_alias,
            key_order=key_order,
            encode=encode,
            flush_octets=flush_octets,
            flush_after=flush_after,
            on_error=on_error,
        )
        return {name}(self._with_body(body, call_site))

    def file(
        self,
        media_type: str | None = None,
        *,
        root: str | os.PathLike[str] | None = None,
        missing: Missing = "error",
        ranges: bool = True,
    ) -> {name}[S, FileContent, FileResponse[S]]:
        """A file: each call gives its path, or the file itself, open for reading octets."""
        call_site = caller()
        body = bodies.file(call_site, media_type=media_type, root=root, missing=missing, ranges=ranges)
        return {name}(self._with_body(body, call_site))

    def problem(
        self,
        *,
        title: str | None = None,
        type: str | None = None,
        detail: str | None = None,
        instance: str | None = None,
        extensions: Mapping[str, object] | None = None,
    ) -> {name}[S, NoContent, JSONResponse[S, None]]:
        """Problem details (RFC 9457) that never change; `status` is added, and `extensions` as they are."""
        call_site = caller()
        body = bodies.problem(extensions, call_site, title=title, type=type, detail=detail, instance=instance)
        return {name}(self._with_body(body, call_site))

    @overload
    def body(self, body: BodySpec, content: None = None) -> {name}[S, NoContent, Response[S, None]]: ...
    @overload
    def body(self, body: BodySpec, content: TypeForm[Given]) -> {name}[S, Given, Response[S, Given]]: ...
    def body(self, body: BodySpec, content: Any = None) -> {name}[S, Any, Response[S, Any]]:
        """A body of any kind in `antiphon.spec.bodies`, also of one that has no step of its own."""
        call_site = caller()
        return {name}(self._with_body(bodies.of_kind(body, content, self._state.spec.status, call_site), call_site))
'''


def generated() -> dict[Path, str | None]:
    """The one file. One status demands each field, and its section says so (http/status.py)."""
    states = []
    for field_name, *row in STATES:
        (status,) = (STATUSES[code] for code in statuses_that_oblige(field_name))
        names = ("step", "parameters", "field", "value", "says")
        states.append(
            STATE.format(
                name=f"DraftMissing{field_name.replace('-', '')}",
                status=status.code,
                section=status.section.rpartition(" ")[2],
                **dict(zip(names, row, strict=True)),
            )
        )
    return {TARGET: formatted(HEAD + "".join(states))}

"""The body specs that the body steps make, with wrong types reported at the user's line."""

from __future__ import annotations

import contextlib
import functools
import operator
import os
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any, get_args

from antiphon.builder.refused import refused, validated
from antiphon.builder.return_type import return_type
from antiphon.diagnostics.call_site import CallSite
from antiphon.http.charset import with_charset
from antiphon.runtime.content.json import encode
from antiphon.runtime.content.problem_json import MEDIA_TYPE as PROBLEM
from antiphon.runtime.content.problem_json import is_problem
from antiphon.runtime.param_types import without_none
from antiphon.spec.bodies import BodySpec, BytesBody, HTMLBody, JSONBody, ProblemBody, TextBody
from antiphon.spec.bodies.file import FileBody
from antiphon.spec.bodies.json_lines import JSONLinesBody
from antiphon.spec.bodies.stream import StreamBody
from antiphon.spec.json_options import JSONOptions
from antiphon.spec.type_name import TypeName

#: The members that RFC 9457 section 3.1 defines.
_MEMBERS = frozenset({"type", "title", "status", "detail", "instance"})


def of_kind(body: BodySpec, content: object, status: int, call_site: CallSite) -> BodySpec:
    """A body spec as it is given, where the type of its content is said if, and only if, calls give some."""
    is_kind: bool = isinstance(body, get_args(BodySpec))
    if not is_kind:
        what = f"{getattr(body, '__qualname__', type(body).__qualname__)} is not a body of antiphon.spec.bodies"
        raise refused(what, "body", "give the spec itself, such as TextBody(media_type=...)", call_site)
    name = type(body).__name__
    try:
        varies = body.plan(status).content is not None
    except (LookupError, ValueError, TypeError):  # a wrong description, which rules judge
        return body
    if varies and content is None:
        advice = f"name the type of what each call gives: .body({name}(...), str)"
        raise refused(f"the content of this {name} is given with each call", "body", advice, call_site)
    if not varies and content is not None:
        advice = "leave the type out, or the fixed content"
        raise refused(f"this {name} is given no content by a call", "body", advice, call_site)
    return body


def json(model: Any, media_type: str | None, nan: str, validate: str, call_site: CallSite, **options: Any) -> JSONBody:
    """Content of a declared type. Without a media type of its own it has the usual one: a Problem's, or JSON's.

    `options` are those of `JSONOptions`; what is None is as its default.
    """
    media_type = (PROBLEM if is_problem(model) else "application/json") if media_type is None else media_type
    name = TypeName.of(model)
    made: JSONBody = validated(
        JSONBody,
        "body",
        call_site,
        model=name,
        media_type=media_type,
        nan=nan,
        validation=validate,
        options=json_options(call_site, **options),
    )
    return made


def json_options(call_site: CallSite, **options: Any) -> JSONOptions:
    """The JSON options that are given; those that are None are not."""
    given = {name: value for name, value in options.items() if value is not None}
    encode = given.pop("encode", None)
    if encode is not None:
        if not callable(encode):
            what = f"`encode` is {type(encode).__qualname__}, and not a function"
            advice = "give a function from a value without a JSON form to one that has it"
            raise refused(what, "body.options.encode", advice, call_site)
        given["encode"] = TypeName.of(encode)
    made: JSONOptions = validated(JSONOptions, "body.options", call_site, **given)
    return made


def json_value(value: object, media_type: str, call_site: CallSite) -> JSONBody:
    """Content that never changes. Raises ParamError where the value has no JSON form."""
    made: JSONBody = validated(JSONBody, "body", call_site, content=encode(value).decode(), media_type=media_type)
    return made


def html(content: str | None, call_site: CallSite) -> HTMLBody:
    """HTML, fixed or not."""
    made: HTMLBody = validated(HTMLBody, "body", call_site, content=content)
    return made


def text(content: str | None, media_type: str | None, call_site: CallSite) -> TextBody:
    """Text of a media type, fixed or not. A `text/*` type that names no charset is given the one that is sent.

    Without a media type, a param or a field says it.
    """
    if isinstance(media_type, str):
        media_type = with_charset(media_type)
    media_type = "" if media_type is None else media_type
    made: TextBody = validated(TextBody, "body", call_site, content=content, media_type=media_type)
    return made


def octets(media_type: str | None, content: Any, call_site: CallSite) -> BytesBody:
    """Octets, fixed or not. Without a media type, a param or a field says it."""
    media_type = "" if media_type is None else media_type
    if isinstance(content, bytearray | memoryview):
        content = bytes(content)
    made: BytesBody = validated(BytesBody, "body", call_site, media_type=media_type, content=content)
    return made


def stream(media_type: str, item: Any, length: int | None, call_site: CallSite) -> StreamBody:
    """Octets or text in pieces."""
    if item is str:
        media_type = with_charset(media_type)
    named = next((name for type_, name in ((bytes, "bytes"), (str, "str")) if item is type_), None)
    if named is None:
        what = f"the pieces of a stream are declared as {getattr(item, '__qualname__', item)!r}"
        raise refused(what, "body.item", "give bytes or str", call_site)
    made: StreamBody = validated(StreamBody, "body", call_site, media_type=media_type, item=named, length=length)
    return made


def json_lines(
    model: Any,
    call_site: CallSite,
    *,
    framing: str = "jsonl",
    nan: str = "error",
    validate: str = "never",
    flush_octets: int = 16_384,
    flush_after: timedelta | float = 0.1,
    on_error: Callable[[Exception], Any] | None = None,
    **options: Any,
) -> JSONLinesBody:
    """Items of a declared type, each as a JSON text. `options` are as in `json`."""
    seconds = flush_after.total_seconds() if isinstance(flush_after, timedelta) else flush_after
    made: JSONLinesBody = validated(
        JSONLinesBody,
        "body",
        call_site,
        model=TypeName.of(model),
        framing=framing,
        nan=nan,
        validation=validate,
        options=json_options(call_site, **options),
        flush_octets=flush_octets,
        flush_seconds=float(seconds) if isinstance(seconds, int) else seconds,
        on_error=None if on_error is None else TypeName.of(on_error),
        error_model=None if on_error is None else TypeName.of(_returned(on_error, call_site)),
    )
    return made


def file(
    call_site: CallSite, *, media_type: str | None, root: Any = None, missing: str = "error", ranges: bool = True
) -> FileBody:
    """A file, by its path or opened already."""
    folder = os.fspath(root) if isinstance(root, os.PathLike) else root
    made: FileBody = validated(
        FileBody, "body", call_site, media_type=media_type, root=folder, missing=missing, ranges=ranges
    )
    return made


def _returned(function: Any, call_site: CallSite) -> Any:
    """The type that a function says it returns, without None."""
    returned: Any = type(None)
    with contextlib.suppress(Exception):  # a name that leads nowhere, or something else than a function
        returned = return_type(function)
    if returned is type(None):
        what = f"on_error is {getattr(function, '__qualname__', function)!r}, which does not say what it returns"
        advice = "say the type of the last item: `def failed(error: Exception) -> Failure`"
        raise refused(what, "body.on_error", advice, call_site)
    return functools.reduce(operator.or_, without_none(returned))


def problem(extensions: Mapping[str, object] | None, call_site: CallSite, /, **members: str | None) -> ProblemBody:
    """Problem details that never change. Raises ParamError where an extension has no JSON form."""
    own = None
    if extensions is not None:
        if not isinstance(extensions, Mapping) or not all(isinstance(name, str) for name in extensions):
            what = "the extensions of a problem are not a mapping of names to values"
            raise refused(what, "body.extensions", 'give a dict such as {"balance": 30}', call_site)
        if taken := sorted(_MEMBERS & extensions.keys()):
            what = f"{taken[0]!r} is a member of every problem, and no extension"
            raise refused(what, "body.extensions", f"give it as `{taken[0]}=`; `status` is added", call_site)
        own = encode(dict(extensions)).decode()
    made: ProblemBody = validated(ProblemBody, "body", call_site, **members, extensions=own)
    return made

"""The responses that one declared file may be: by the request, it is a 200 or a 206, 304, 404, 412 or 416."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from antiphon.http.preconditions import REPEATED
from antiphon.interpreters.openapi.declared import Declared
from antiphon.runtime.files.answer import OF_SUCCESS
from antiphon.spec import HeaderSpec, ResponseSpec
from antiphon.spec.bodies import BytesBody, EmptyBody, FileBody

_VALIDATORS = ("ETag", "Last-Modified")
#: A request for several ranges gets them in one content of this type.
_BYTE_RANGES = BytesBody(media_type="multipart/byteranges")


def answers(responses: Iterable[Declared]) -> Iterator[Declared]:
    """The responses, and where one sends a file all others that a request may get in its place."""
    for response in responses:
        spec, body = response.spec, response.spec.body
        if not isinstance(body, FileBody):
            yield response
            continue
        for status in body.statuses(spec.status):
            if status == spec.status:
                yield Declared(_adding(spec, *_VALIDATORS, *_ranges(body)), response.name)
            elif status == 206:
                partial = _adding(spec, "Content-Range", *_VALIDATORS, *_ranges(body))
                yield Declared(partial.model_copy(update={"status": 206, "description": ""}))
                yield Declared(partial.model_copy(update={"status": 206, "description": "", "body": _BYTE_RANGES}))
            else:
                yield Declared(_without_content(spec, status))


def _ranges(body: FileBody) -> tuple[str, ...]:
    return ("Accept-Ranges",) if body.ranges else ()


def _without_content(spec: ResponseSpec, status: int) -> ResponseSpec:
    """The 304 of a file, or an error, with those of the declared fields that are sent with it."""

    def is_sent(name: str) -> bool:
        return name.lower() in REPEATED if status == 304 else name.lower().encode() not in OF_SUCCESS

    kept = tuple(header for header in spec.headers if is_sent(header.name))
    params = tuple(param for param in spec.params if param.fills != "header" or is_sent(param.slot))
    parts = {"status": status, "description": "", "headers": kept, "params": params, "body": EmptyBody()}
    made = spec.model_copy(update={**parts, "examples": ()})
    return _adding(made, *{304: _VALIDATORS, 416: ("Content-Range",)}.get(status, ()))


def _adding(spec: ResponseSpec, *names: str) -> ResponseSpec:
    """The response with fields that the file gives, unless they are declared."""
    added = tuple(HeaderSpec(name=name) for name in names if spec.header(name) is None)
    return spec.model_copy(update={"headers": (*spec.headers, *added)})

"""The body specs that the body steps make, with wrong types reported at the user's line."""

from __future__ import annotations

from typing import Any, get_args

from antiphon.builder.refused import refused, validated
from antiphon.diagnostics.call_site import CallSite
from antiphon.runtime.content.json import encode
from antiphon.spec.bodies import BodySpec, BytesBody, HTMLBody, JSONBody, ProblemBody, TextBody
from antiphon.spec.type_name import TypeName


def of_kind(body: BodySpec, content: object, status: int, call_site: CallSite) -> BodySpec:
    """A body spec as it is given, where the type of its content is said if, and only if, calls give some."""
    is_kind: bool = isinstance(body, get_args(BodySpec))
    if not is_kind:
        what = f"{getattr(body, '__qualname__', type(body).__qualname__)} is not a body of antiphon.spec.bodies"
        raise refused(what, "body", "give the spec itself, such as TextBody(media_type=...)", call_site)
    name = type(body).__name__
    try:
        varies = body.plan(status).content is not None
    except (LookupError, ValueError):  # a wrong description, which rules judge
        return body
    if varies and content is None:
        advice = f"name the type of what each call gives: .body({name}(...), str)"
        raise refused(f"the content of this {name} is given with each call", "body", advice, call_site)
    if not varies and content is not None:
        advice = "leave the type out, or the fixed content"
        raise refused(f"this {name} is given no content by a call", "body", advice, call_site)
    return body


def json(model: Any, media_type: str, nan: str, validate: str, call_site: CallSite) -> JSONBody:
    """Content of a declared type."""
    name = TypeName.of(model)
    made: JSONBody = validated(
        JSONBody, "body", call_site, model=name, media_type=media_type, nan=nan, validation=validate
    )
    return made


def json_value(value: object, media_type: str, call_site: CallSite) -> JSONBody:
    """Content that never changes. Raises ParamError where the value has no JSON form."""
    made: JSONBody = validated(JSONBody, "body", call_site, content=encode(value).decode(), media_type=media_type)
    return made


def html(content: str | None, call_site: CallSite) -> HTMLBody:
    """HTML, fixed or not."""
    made: HTMLBody = validated(HTMLBody, "body", call_site, content=content)
    return made


def text(content: str | None, media_type: str, call_site: CallSite) -> TextBody:
    """Text of a media type, fixed or not."""
    made: TextBody = validated(TextBody, "body", call_site, content=content, media_type=media_type)
    return made


def octets(media_type: str, content: Any, call_site: CallSite) -> BytesBody:
    """Octets, fixed or not."""
    made: BytesBody = validated(BytesBody, "body", call_site, media_type=media_type, content=content)
    return made


def problem(
    title: str | None, type: str | None, detail: str | None, instance: str | None, call_site: CallSite
) -> ProblemBody:
    """Problem details that never change."""
    made: ProblemBody = validated(
        ProblemBody, "body", call_site, title=title, type=type, detail=detail, instance=instance
    )
    return made

"""The body specs that the body steps make, with wrong types reported at the user's line."""

from __future__ import annotations

from typing import Any

from antiphon.builder.refused import validated
from antiphon.diagnostics.call_site import CallSite
from antiphon.runtime.content.json import encode
from antiphon.spec.bodies import BytesBody, HTMLBody, JSONBody, ProblemBody, TextBody
from antiphon.spec.type_name import TypeName


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

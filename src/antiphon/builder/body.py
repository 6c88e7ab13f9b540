"""The body specs that the body steps make, with wrong types reported at the user's line."""

from __future__ import annotations

from typing import Any

from antiphon.builder.cookie_arguments import validated
from antiphon.runtime.content.json import encode
from antiphon.spec.bodies import BytesBody, HTMLBody, JSONBody, ProblemBody, TextBody
from antiphon.spec.type_name import TypeName


def json(model: Any, media_type: str, nan: str, validate: str, depth: int) -> JSONBody:
    """Content of a declared type."""
    name = TypeName.of(model)
    made: JSONBody = validated(JSONBody, "body", depth, model=name, media_type=media_type, nan=nan, validation=validate)
    return made


def json_value(value: object, media_type: str, depth: int) -> JSONBody:
    """Content that never changes. Raises ParamError where the value has no JSON form."""
    made: JSONBody = validated(JSONBody, "body", depth, content=encode(value).decode(), media_type=media_type)
    return made


def html(content: str | None, depth: int) -> HTMLBody:
    """HTML, fixed or not."""
    made: HTMLBody = validated(HTMLBody, "body", depth, content=content)
    return made


def text(content: str | None, depth: int) -> TextBody:
    """Plain text, fixed or not."""
    made: TextBody = validated(TextBody, "body", depth, content=content)
    return made


def octets(media_type: str, content: Any, depth: int) -> BytesBody:
    """Octets, fixed or not."""
    made: BytesBody = validated(BytesBody, "body", depth, media_type=media_type, content=content)
    return made


def problem(title: str | None, type: str | None, detail: str | None, instance: str | None, depth: int) -> ProblemBody:
    """Problem details that never change."""
    made: ProblemBody = validated(ProblemBody, "body", depth, title=title, type=type, detail=detail, instance=instance)
    return made

"""The `headers` of a Response Object: every field line that a response declares, under its name, and its cookies."""

from __future__ import annotations

from typing import Any

from antiphon.interpreters.openapi.cookies import set_cookie
from antiphon.interpreters.openapi.field_schemas import Schema, schema_of_added, schema_of_line
from antiphon.interpreters.openapi.version import Version
from antiphon.spec import AddedFieldSpec, HeaderSpec, ParamSpec, ResponseSpec
from antiphon.spec.bodies import EventsBody


def headers_of(spec: ResponseSpec, version: Version) -> dict[str, Any]:
    """A Header Object for each field, in the order of sending.

    Lines of one name are one Header Object, since clients read them as one value with commas (RFC 9110 section 5.3).
    Content-Type is not among them: readers ignore it there, and the key of the content says it.
    """
    lines: dict[str, list[HeaderSpec]] = {}
    for header in (*spec.headers, *_of_body(spec)):
        if header.name.lower() == "content-type":
            continue
        name = next((known for known in lines if known.lower() == header.name.lower()), header.name)
        lines.setdefault(name, []).append(header)
    found = {name: _header(own, _params(spec, name)) for name, own in lines.items()}
    if spec.cookies:
        found["Set-Cookie"] = set_cookie(spec, version)
    found |= {
        added.name: _added(added) for added in spec.document.added if added.name.lower() not in map(str.lower, found)
    }
    notes = {note.name.lower(): note.description for note in spec.document.notes}
    return {
        name: {"description": notes[name.lower()], **header} if name.lower() in notes else header
        for name, header in found.items()
    }


def _added(added: AddedFieldSpec) -> dict[str, Any]:
    """The Header Object of a field that something else adds."""
    said: dict[str, Any] = {"description": added.description} if added.description else {}
    return said | ({"required": True} if added.required else {}) | {"schema": schema_of_added(added)}


def _of_body(spec: ResponseSpec) -> list[HeaderSpec]:
    """The lines that a body kind sends unless they are declared."""
    lines: tuple[HeaderSpec, ...] = spec.body.fields if isinstance(spec.body, EventsBody) else ()
    return [line for line in lines if spec.header(line.name) is None]


def _params(spec: ResponseSpec, name: str) -> list[ParamSpec]:
    return [param for param in spec.params if param.fills == "header" and param.slot.lower() == name.lower()]


def _header(lines: list[HeaderSpec], params: list[ParamSpec]) -> dict[str, Any]:
    """One Header Object. It is required unless every line of it may be left out."""
    param = params[0] if params else None
    required = any(line.value is not None or line.template is not None or line.from_content for line in lines) or any(
        not one.optional for one in params
    )
    schema: Schema
    if len(lines) == 1:
        schema = schema_of_line(lines[0], param)
    elif all(line.value is not None for line in lines):
        schema = {"type": "string", "const": ", ".join(str(line.value) for line in lines)}
    else:
        schema = {"type": "string"}
    header: dict[str, Any] = {"required": True} if required else {}
    header["schema"] = schema
    return header

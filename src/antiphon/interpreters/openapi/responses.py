"""Response Objects: of one response, and of all that one operation may give, by status."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from antiphon.http.status import phrase
from antiphon.interpreters.openapi.contents import SchemaOf, content_of
from antiphon.interpreters.openapi.declared import Declared
from antiphon.interpreters.openapi.fields import headers_of
from antiphon.interpreters.openapi.files import answers
from antiphon.interpreters.openapi.merging import merged
from antiphon.interpreters.openapi.version import Version


def response_object(response: Declared, schema_of: SchemaOf, version: Version = "3.1") -> dict[str, Any]:
    """The Response Object of one response."""
    return _complete(_object(response, schema_of, version), response.key)


def responses_object(
    responses: Iterable[Declared],
    schema_of: SchemaOf,
    version: Version = "3.1",
    *,
    definitions: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """The Responses Object of one operation: several responses of one status are merged by media type.

    `schema_of` gives the schema of a content type. `definitions` are the schemas that it refers to, by name: they show
    whether two contents of one media type can be confused.
    """
    by_status: dict[str, list[dict[str, Any]]] = {}
    for response in answers(responses):
        by_status.setdefault(response.key, []).append(_object(response, schema_of, version))
    return {status: _complete(merged(by_status[status], definitions or {}), status) for status in sorted(by_status)}


def _object(response: Declared, schema_of: SchemaOf, version: Version) -> dict[str, Any]:
    spec = response.spec
    summary = spec.document.summary
    found = {
        "summary": summary if version == "3.2" else "",
        "description": spec.description or (summary if version == "3.1" else ""),
        "headers": headers_of(spec, version),
        "content": content_of(response, schema_of, version),
        "links": json.loads(spec.document.links),
        **json.loads(spec.document.extensions),
    }
    return {name: value for name, value in found.items() if value or name.startswith("x-")}


def _complete(response: dict[str, Any], status: str) -> dict[str, Any]:
    """A Response Object needs a description: that of the status where nobody gave one."""
    usual = _FAMILIES.get(status) or phrase(int(status)) or status
    return {"description": usual, **response}


_FAMILIES = {"4XX": "Client Error", "5XX": "Server Error", "default": "Error"}

"""Describe the responses of one operation, with every schema that they refer to."""

from __future__ import annotations

from typing import Any

from antiphon.interpreters.openapi.declaration import Declaration
from antiphon.interpreters.openapi.declared import declared
from antiphon.interpreters.openapi.deprecation import is_deprecated
from antiphon.interpreters.openapi.questions import content_types, schema_lookup
from antiphon.interpreters.openapi.responses import responses_object
from antiphon.interpreters.openapi.schemas import schemas
from antiphon.interpreters.openapi.version import Version


def describe(*responses: Declaration, version: Version = "3.1") -> dict[str, Any]:
    """The Responses Object of an operation that gives one of these, and the components that it refers to.

    `describe(NotFound)["responses"]["404"]` is a Response Object; `["components"]` goes into the document. Each of
    `responses` is a ResponseSpec, a draft, a compiled response or a class of replies; anything else raises TypeError.
    Responses of one status are merged. `["deprecated"]` is there, and true, where a success declares Deprecation or
    Sunset: it goes into the Operation Object. The result is JSON in plain dicts and lists, and depends on the
    declarations alone.
    """
    all_declared = [declared(response) for response in responses]
    types = content_types(all_declared)
    made = schemas(types)
    found = responses_object(all_declared, schema_lookup(types, made.each), version, definitions=made.definitions)
    components = {"schemas": made.definitions} if made.definitions else {}
    deprecated = {"deprecated": True} if is_deprecated(all_declared) else {}
    return {"responses": found, **deprecated, "components": components}

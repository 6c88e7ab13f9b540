"""Whole documents without a framework: the components of a module's responses."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from antiphon.interpreters.openapi.declaration import Declaration
from antiphon.interpreters.openapi.declared import Declared, declared
from antiphon.interpreters.openapi.questions import content_types, schema_lookup
from antiphon.interpreters.openapi.responses import response_object
from antiphon.interpreters.openapi.schemas import schemas
from antiphon.interpreters.openapi.sharing import shared_headers, unique
from antiphon.interpreters.openapi.version import Version


def components(responses: Iterable[Declaration | Declared], *, version: Version = "3.1") -> dict[str, Any]:
    """The Components Object for declared responses: each by its name under `responses`, with `headers` and `schemas`.

    Headers that several responses have alike are written once. Each response is a compiled one or a class of replies,
    which have names; a bare ResponseSpec or draft has the words of its status. Raises TypeError for anything else.
    """
    every = [declared(response) for response in responses]
    types = content_types(every)
    made = schemas(types)
    schema_of = schema_lookup(types, made.each)
    listed: dict[str, Any] = {}
    for response in every:
        unique(response.label, response_object(response, schema_of, version), listed)
    found: dict[str, Any] = {"responses": listed} if listed else {}
    shared_headers(list(listed.values()), found)
    return found | ({"schemas": made.definitions} if made.definitions else {})

# Written by `nox -s generate` from src; do not edit.
"""Describe the responses of one operation, with every schema that they refer to."""

from typing import Any

from antiphon.interpreters.openapi.declaration import Declaration
from antiphon.interpreters.openapi.version import Version

def describe(*responses: Declaration, version: Version = "3.1") -> dict[str, Any]:
    """The Responses Object of an operation that gives one of these, and the components that it refers to.

    `describe(NotFound)["responses"]["404"]` is a Response Object; `["components"]` goes into the document. Each of
    `responses` is a ResponseSpec, a draft, a compiled response or a class of replies; anything else raises TypeError.
    Responses of one status are merged. `["deprecated"]` is there, and true, where a success declares Deprecation or
    Sunset: it goes into the Operation Object. The result is JSON in plain dicts and lists, and depends on the
    declarations alone.
    """

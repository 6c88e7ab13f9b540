# Written by `nox -s generate` from src; do not edit.
"""Let the writers of documents that frameworks have, or extensions of them, write what handlers declare."""

from collections.abc import Iterator
from typing import Any

from antiphon.integrations.documented import Documented

def of_ninja(api: Any, made: dict[str, Any]) -> Iterator[Documented]:
    """The operations of a NinjaAPI in the document that it made, which knows them by their ids."""

def use_ninja(api: Any) -> None:
    """Let a NinjaAPI's document have the responses that its functions declare, below `@replies` of Django's."""

def spectacular_hook(result: dict[str, Any], generator: Any, request: Any, public: bool) -> dict[str, Any]:
    """For `POSTPROCESSING_HOOKS` of drf-spectacular: the document with what methods of views declare."""

def use_blacksheep(docs: Any) -> None:
    """Let the document of an `OpenAPIHandler` of BlackSheep have the responses that handlers declare.

    Its own reading of an annotation is left out where that names responses; what `@docs(...)` says of them stays.
    """

def use_sanic_ext() -> None:
    """Let the documents of sanic-ext have the responses that handlers declare, and be of OpenAPI 3.1, as those are."""

# Written by `nox -s generate` from src; do not edit.
"""Read the return annotation of a handler: each member of its union is a response, or part of the response model."""

from collections.abc import Callable
from typing import Any, Final, NamedTuple

from antiphon.diagnostics.call_site import Position
from antiphon.errors import SpecError
from antiphon.reply.operation import Source
from antiphon.responses.starlette_classes import Response

NO_MODEL: Final = object()

class Reading(NamedTuple):
    """The possible results of a handler."""

    sources: tuple[Source, ...] = ()
    """The declared responses: classes of replies, and compiled responses."""
    others: tuple[type[Response], ...] = ()
    """Classes of responses that declare nothing, such as FileResponse."""
    model: Any = NO_MODEL
    """The rest of the union, for FastAPI's `response_model`."""
    raises: tuple[Source, ...] = ()
    """The replies that `Annotated[..., raises(...)]` names."""

    @property
    def has_responses(self) -> bool:
        """Whether there is anything that FastAPI by itself does not read. A class of responses alone it leaves be."""

    @property
    def has_model(self) -> bool:
        """Whether something is left for FastAPI's response model."""

def read(endpoint: Callable[..., Any]) -> Reading:
    """The reading of a handler's annotation, and of `@returns(...)`.

    Raises SpecError at the handler's line for an annotation that cannot be evaluated, and for one that puts a response
    inside of something else.
    """

def written_annotation(function: Any) -> Any:
    """The return annotation as it is there: a value, or its text. Any where there is none."""

def function_of(endpoint: Callable[..., Any]) -> Any:
    """The function below decorators, partials and callable objects."""

def position_of(endpoint: Callable[..., Any]) -> Position | None:
    """The line of the handler's `def`."""

def name_of(endpoint: Callable[..., Any]) -> str:
    """The handler's name, for messages."""

def shown(annotation: Any) -> str:
    """An annotation as it is written, nearly."""

def misread(endpoint: Callable[..., Any], why: str, annotation: Any, help: str = "") -> SpecError:
    """The refusal of an annotation, at the handler's line."""

def declared_by(handler: Callable[..., Any]) -> tuple[Source, ...]:
    """All responses that a handler names, each once: in its annotation, by `@returns` and by `@raises`."""

"""A response model that pydantic does not know, and the way out for what people put there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Never, NoReturn, get_args

import msgspec
from fastapi.datastructures import DefaultPlaceholder
from fastapi.exceptions import FastAPIError

from antiphon.errors import SpecError
from antiphon.integrations.annotation import misread, written_annotation
from antiphon.integrations.fastapi.contract import Contract

_UNREAD = "`response_model=None` leaves the annotation unread"


class UnreadableModelError(SpecError, FastAPIError):
    """FastAPI's own refusal of a response model, in the words of the other refusals."""


def unreadable_model(contract: Contract, options: Mapping[str, Any]) -> SpecError:
    """The refusal of a model that pydantic does not know."""
    handler = contract.endpoint
    model = options.get("response_model")
    given = {status: one["model"] for status, one in (options.get("responses") or {}).items() if "model" in one}
    if model is None and given:
        why = f"responses= of its decorator has a model that pydantic does not know: {given!r}"
        return UnreadableModelError(misread(handler, why, "it").diagnostics)
    is_read = isinstance(model, DefaultPlaceholder)
    named = written_annotation(handler) if is_read else model
    advice = next(_advice(contract.reading.model if is_read else model), "")
    return UnreadableModelError(misread(handler, "pydantic makes no response model of it", named, advice).diagnostics)


def _advice(model: Any) -> Iterator[str]:
    """The advice for each part of a model that is something else to antiphon."""
    if model is NoReturn or model is Never:
        yield "name what it raises with `@raises(...)` above it, or say `response_model=None`"
    elif isinstance(model, type) and issubclass(model, msgspec.Struct):
        status = ", status=404" if model.__name__ == "Problem" else ""
        declared = f"class ...(Reply[{model.__name__}]{status})"
        kind = f"{model.__name__} is a msgspec.Struct, which FastAPI has no models of"
        yield f"{kind}: declare a reply, {declared}; {_UNREAD}"
    elif isinstance(model, type) and isinstance(getattr(model, "field_name", None), str):
        yield f"{model.__name__} is a field: declare a reply that has it, and return that; {_UNREAD}"
    for part in get_args(model):
        yield from _advice(part)

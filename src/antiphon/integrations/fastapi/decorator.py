"""Compare the options of a handler's decorator with its annotation."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from fastapi.datastructures import DefaultPlaceholder
from starlette.responses import Response

from antiphon.diagnostics.diagnostic import Diagnostic
from antiphon.diagnostics.refusals import DECORATOR
from antiphon.http.status import may_carry_content
from antiphon.integrations.annotation import NO_MODEL, Reading, name_of, position_of, shown
from antiphon.reply.operation import name_of_source, spec_of

#: The options by which FastAPI leaves members out of what it serialises itself, each with the value that does nothing.
_OF_MODELS: Mapping[str, Any] = {
    "response_model_include": None,
    "response_model_exclude": None,
    "response_model_by_alias": True,
    "response_model_exclude_unset": False,
    "response_model_exclude_defaults": False,
    "response_model_exclude_none": False,
}
_IN_THE_CLASS = (
    "say `exclude_none=True`, `exclude_unset`, `exclude_defaults` or `by_alias` in the class statement, or in "
    "`.json(...)`; leave a member that is never sent out of the type of the content"
)

#: The classes of responses that say no media type, and what they are.
_KINDS = ("FileResponse", "StreamingResponse", "RedirectResponse")

#: The models of a handler that returns no content of FastAPI's.
_EMPTY = (NO_MODEL, None, type(None))


def default_status(response: type[Response]) -> int:
    """The status that a class of responses has where none is given."""
    parameter = inspect.signature(response.__init__).parameters.get("status_code")
    return parameter.default if parameter is not None and isinstance(parameter.default, int) else 200


def contradictions(
    endpoint: Callable[..., Any], reading: Reading, options: Mapping[str, Any]
) -> tuple[Diagnostic, ...]:
    """A finding for each option that says something else than the annotation."""
    position = position_of(endpoint)
    said = [
        *_status(reading, options.get("status_code")),
        *_model(reading, options.get("response_model")),
        *_class(reading, options.get("response_class")),
        *_responses(reading, options),
    ]
    found = [
        DECORATOR.found(f"the decorator of {name_of(endpoint)} {what}", path=path, position=position)
        for path, what in said
    ]
    in_vain = (
        [] if reading.has_model else [name for name, unset in _OF_MODELS.items() if options.get(name, unset) != unset]
    )
    found += [
        DECORATOR.found(
            f"the decorator of {name_of(endpoint)} says {name}=, which is for models: replies are sent as declared",
            path=name,
            position=position,
            help=_IN_THE_CLASS,
        )
        for name in in_vain
    ]
    return tuple(found)


def _statuses(reading: Reading) -> dict[int, str]:
    """Every status that the annotation names, with the name of who has it."""
    found = {default_status(other): other.__name__ for other in reading.others}
    return found | {spec_of(source).status: name_of_source(source) for source in reversed(reading.sources)}


def _status(reading: Reading, status: Any) -> Iterator[tuple[str, str]]:
    if status is not None and reading.model not in _EMPTY and not may_carry_content(int(status)):
        said = f"says status_code={int(status)}, which has no content"
        yield "status_code", f"{said}, and its annotation {shown(reading.model)}"
    if status is None or reading.has_model or reading.others:  # a class without a declaration may have any status
        return
    statuses = _statuses(reading)
    if int(status) not in statuses:
        named = ", ".join(f"{code} ({name})" for code, name in statuses.items())
        yield "status_code", f"says status_code={int(status)}, and its annotation {named}"


def _model(reading: Reading, model: Any) -> Iterator[tuple[str, str]]:
    if model is None or isinstance(model, DefaultPlaceholder) or reading.has_model or reading.others:
        return
    contents = _contents(reading)
    if model not in contents:
        named = ", ".join(shown(content) for content in contents) or "no content"
        yield "response_model", f"says response_model={shown(model)}, and its annotation {named}"


def _contents(reading: Reading, status: int | None = None) -> list[Any]:
    """The types of the content that the declared responses of a status, or of any, have."""
    specs = [spec_of(source) for source in reading.sources]
    plans = [spec.body.plan(spec.status) for spec in specs if status in (None, spec.status)]
    return [plan.content.annotation for plan in plans if plan.content is not None]


def _class(reading: Reading, given: Any) -> Iterator[tuple[str, str]]:
    if given is None or isinstance(given, DefaultPlaceholder) or reading.has_model:
        return
    if given.media_type is None:
        yield from _kind(reading, given)
        return
    types = {other.media_type for other in reading.others}
    types |= {_media_type(spec_of(source)) for source in reading.sources}
    if given.media_type not in types:
        named = ", ".join(sorted(str(one) for one in types if one)) or "no content"
        what = f"says response_class={given.__name__}, which is {given.media_type}, and its annotation {named}"
        yield "response_class", what


def _kind(reading: Reading, given: type[Response]) -> Iterator[tuple[str, str]]:
    """A class of files, streams or redirects, of which the annotation has none."""
    kind = next((base.__name__ for base in given.__mro__ if base.__name__ in _KINDS), None)
    made = {base.__name__ for other in reading.others for base in other.__mro__}
    made |= {spec.body.plan(spec.status).response for spec in map(spec_of, reading.sources)}
    if kind is not None and kind not in made:
        named = ", ".join(sorted({*map(name_of_source, reading.sources), *(one.__name__ for one in reading.others)}))
        yield "response_class", f"says response_class={given.__name__}, and its annotation {named}"


def _media_type(spec: Any) -> str | None:
    """The media type of a declared response, without its parameters."""
    said: str = spec.body.plan(spec.status).content_type or ""
    return said.partition(";")[0].strip() or None


def _responses(reading: Reading, options: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    responses: Mapping[int | str, Mapping[str, Any]] = options.get("responses") or {}
    free = {str(default_status(other)) for other in reading.others}
    if reading.has_model:
        free.add(str(int(options.get("status_code") or 200)))
    for status, one in responses.items():
        specs = [spec_of(source) for source in reading.sources if str(spec_of(source).status) == str(status)]
        if not specs or str(status) in free:
            continue
        model, contents = one.get("model"), _contents(reading, int(status))
        if model is not None and model not in contents:
            named = ", ".join(shown(content) for content in contents) or "no content"
            yield f"responses.{status}", f"says that {status} has {shown(model)}, and its annotation {named}"
        types = {_media_type(spec) for spec in specs}
        for media_type in one.get("content") or {}:
            if media_type.partition(";")[0].strip() not in types:
                named = ", ".join(str(one) for one in types if one) or "no content"
                yield f"responses.{status}", f"says that {status} is {media_type}, and its annotation {named}"

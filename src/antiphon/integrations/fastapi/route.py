"""A route whose responses are those that its handler's annotation names."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from fastapi import FastAPI
from fastapi.datastructures import DefaultPlaceholder
from fastapi.exceptions import FastAPIError
from fastapi.routing import APIRoute

from antiphon.diagnostics.refusals import HANDLER_ANNOTATION
from antiphon.errors import SpecError
from antiphon.integrations.annotation import Reading, name_of, position_of, read
from antiphon.integrations.fastapi.contract import Contract, dependencies_of, every, keep, raised_in, returned_in_vain
from antiphon.integrations.fastapi.decorator import contradictions, default_status
from antiphon.integrations.fastapi.document import hook, responses_for_fastapi
from antiphon.integrations.fastapi.endpoint import watched
from antiphon.integrations.fastapi.policy import give_policy
from antiphon.integrations.fastapi.undeclared import Undeclared
from antiphon.integrations.fastapi.unreadable import unreadable_model
from antiphon.reply.operation import name_of_source, spec_of


class ReplyRoute(APIRoute):
    """A route whose responses are those that the handler's return annotation names.

    Raises SpecError at the handler's line for an annotation that is not understood, and for an option of the decorator
    that contradicts it.
    """

    def __init__(self, path: str, endpoint: Callable[..., Any], **options: Any) -> None:
        contract, endpoint, options = read_options(path, endpoint, options)
        keep(contract, self)
        provider = options.get("dependency_overrides_provider")
        if isinstance(provider, FastAPI):
            give_policy(provider)
            hook(provider)
        try:
            super().__init__(path, endpoint, **options)
        except FastAPIError as error:
            if type(error) is not FastAPIError:  # such as the one about models of pydantic 1, which says it all
                raise
            raise unreadable_model(contract, options) from error


def read_options(
    path: str, endpoint: Callable[..., Any], options: dict[str, Any], *, watch: bool = False
) -> tuple[Contract, Callable[..., Any], dict[str, Any]]:
    """The contract of a handler; the endpoint and options with which FastAPI does what the annotation says.

    With `watch` the endpoint is watched whatever it returns: something around it uses the injected response.
    """
    is_read = "response_model" not in options or isinstance(options["response_model"], DefaultPlaceholder)
    try:
        reading = read(endpoint)
    except SpecError:
        if is_read:
            raise
        reading = Reading()  # the decorator says not to read the annotation
    if not is_read and not reading.sources:
        # Nothing is declared, and the document is FastAPI's. A class of responses still has the handler watched.
        reading = Reading(others=reading.others[:1], raises=reading.raises)
    tree = dependencies_of(path, endpoint, options.get("dependencies") or ())
    for dependency, reply in returned_in_vain(tree):
        raise _of_dependency(dependency, name_of_source(reply))
    responses = dict(options.get("responses") or {})
    contract = Contract(endpoint, reading, responses, (*reading.raises, *raised_in(tree)), tree)
    if reading.has_responses:
        if found := contradictions(endpoint, reading, options):
            raise SpecError(found)
        options = options | _from_annotation(reading, options, is_read=is_read)
    if contract.sources() or reading.has_responses:
        options["responses"] = responses_for_fastapi(contract)
    if reading.has_responses or reading.others or watch or any(node.response_param_name for node in every(tree)):
        endpoint = watched(contract, tree)
    return contract, endpoint, options


def _of_dependency(dependency: Callable[..., Any], reply: str) -> SpecError:
    """The refusal of a reply that a dependency returns and nobody sends."""
    name = name_of(dependency)
    message = f"the dependency {name} returns {reply}, which FastAPI hands to the handler and does not send"
    advice = f"raise it, with `Raisable` as a base of {reply} and `@raises({reply})` above {name}"
    return SpecError([HANDLER_ANNOTATION.found(message, path="return", position=position_of(dependency), help=advice)])


def _from_annotation(reading: Reading, options: Mapping[str, Any], *, is_read: bool) -> dict[str, Any]:
    """The options that the annotation decides."""
    if reading.has_model:
        model = None if reading.model in (None, type(None)) else reading.model
        return {"response_model": model} if is_read else {}
    said = {
        "response_model": None,  # FastAPI's, which what is declared takes the place of
        "status_code": options.get("status_code") or _first_status(reading),
    }
    if isinstance(options.get("response_class", DefaultPlaceholder(None)), DefaultPlaceholder):
        said["response_class"] = Undeclared
    return said


def _first_status(reading: Reading) -> int:
    """The status that FastAPI is to call the operation's own."""
    if reading.others:
        return default_status(reading.others[0])
    return spec_of(reading.sources[0]).status

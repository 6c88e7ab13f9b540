"""Read the return annotation of a handler: each member of its union is a response, or part of the response model."""

from __future__ import annotations

import contextlib
import inspect
import linecache
import sys
import types
import typing
from collections.abc import Callable, Iterator
from typing import Annotated, Any, Final, ForwardRef, NamedTuple, Never, NoReturn, Union, get_args, get_origin

import typing_extensions

from antiphon.diagnostics.call_site import Position
from antiphon.diagnostics.refusals import HANDLER_ANNOTATION
from antiphon.errors import SpecError
from antiphon.reply.declare import ReplyRoot
from antiphon.reply.operation import Raises, Source, raised_by, returned_by, spec_of
from antiphon.responses.starlette_classes import Response
from antiphon.runtime.content.not_content import is_response
from antiphon.spec import ResponseSpec

#: In the place of a response model where the annotation has none.
NO_MODEL: Final = object()


_AT_RUN_TIME = "import its names at run time, not under TYPE_CHECKING, and above the handler"
_WHOLE_IN_QUOTES = "a text has no `|`: put the whole union in quotes, or none of its members"


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
        return bool(self.sources) or len(self.others) + self.has_model > 1

    @property
    def has_model(self) -> bool:
        """Whether something is left for FastAPI's response model."""
        return self.model is not NO_MODEL


class _Found:
    """The parts of one annotation that were read so far."""

    def __init__(self) -> None:
        self.sources: list[Source] = []
        self.others: list[type[Response]] = []
        self.models: list[Any] = []
        self.raises: list[Source] = []


def read(endpoint: Callable[..., Any]) -> Reading:
    """The reading of a handler's annotation, and of `@returns(...)`.

    Raises SpecError at the handler's line for an annotation that cannot be evaluated, and for one that puts a response
    inside of something else.
    """
    returned = returned_by(endpoint)
    annotation = _evaluated(endpoint)
    found = _Found()
    for member in _members(annotation):
        _sort(member, found, endpoint)
    if returned:
        # The annotation may say less, as `-> Response` does; the declarations say it all.
        found.sources = [*dict.fromkeys([*returned, *found.sources])]
        found.others = [other for other in found.others if other is not Response and not _covers(other, returned)]
    models = found.models
    model = NO_MODEL if not models else Union[tuple(models)] if len(models) > 1 else models[0]
    return Reading(tuple(dict.fromkeys(found.sources)), tuple(found.others), model, tuple(found.raises))


def _covers(other: type[Response], returned: tuple[Source, ...]) -> bool:
    """Whether the class in the annotation is only the type of what `@returns` names."""
    names = {base.__name__ for base in other.__mro__ if base.__module__.startswith("antiphon.")}
    specs = map(spec_of, returned)
    return any(spec.body.plan(spec.status).response in names for spec in specs)


def _members(annotation: Any) -> Iterator[Any]:
    """The members of a union, through aliases and Annotated."""
    origin = get_origin(annotation)
    if origin in (Union, types.UnionType):
        for member in get_args(annotation):
            yield from _members(member)
    elif _is_alias(annotation):
        yield from _members(annotation.__value__)
    elif _is_alias(origin):
        yield from _members(origin.__value__[get_args(annotation)])
    else:
        yield annotation


def _is_alias(value: Any) -> bool:
    """Whether it is a `type` alias (PEP 695), of the standard library or of typing_extensions."""
    return type(value).__name__ == "TypeAliasType"


def _sort(member: Any, found: _Found, endpoint: Callable[..., Any]) -> None:
    if isinstance(member, str | ForwardRef):  # quotes inside of what was evaluated
        text = member if isinstance(member, str) else member.__forward_arg__
        for one in _members(_value_of(text, endpoint)):
            _sort(one, found, endpoint)
    elif get_origin(member) is Annotated:
        _sort_annotated(member, found, endpoint)
    elif _is_response(member) and isinstance(getattr(member, "spec", None), ResponseSpec):
        found.sources.append(member)
    elif (why := _misplaced(member)) is not None:
        raise misread(endpoint, why, member, _type_of(member) if inspect.isfunction(member) else "")
    elif _is_response(member):
        found.others.append(member)
    elif (member is Never or member is NoReturn) and raised_by(endpoint):
        found.sources += raised_by(endpoint)  # whatever it answers it raises
    else:
        found.models.append(member)


def _misplaced(member: Any) -> str | None:
    """The reason why a member of an annotation is not understood; None for one that is."""
    if isinstance(member, type) and issubclass(member, ReplyRoot):
        return f"{member.__name__} is the base of replies and makes none itself"
    if _is_response(get_origin(member)):
        return "it names no reply of its own: the base says neither status nor fields"
    if any(map(_is_response, _inside(member))):
        return "it has a response inside of something else, and a response is not content"
    return "it is not a type" if inspect.isfunction(member) else None


def _sort_annotated(member: Any, found: _Found, endpoint: Callable[..., Any]) -> None:
    """Sort what is beside a type: compiled responses, and what is raised. The rest is pydantic's."""
    inside, *said = get_args(member)
    if isinstance(inside, ForwardRef):
        inside = _value_of(inside.__forward_arg__, endpoint)
        member = Annotated[(inside, *said)]
    found.raises += [source for one in said if isinstance(one, Raises) for source in one.sources]
    declared: list[Any] = [one for one in said if hasattr(one, "spec") and callable(one)]
    nested = list(_members(inside))
    if declared:
        found.sources += declared
    elif len(nested) > 1 or _is_response(inside):
        for one in nested:
            _sort(one, found, endpoint)
    else:
        found.models.append(member)


def _type_of(compiled: Any) -> str:
    """The advice for who names a compiled response where its type belongs; none for another function."""
    if not is_response(compiled):
        return ""
    made: Any = compiled.__annotations__.get("return", Response)
    inside = f"[{', '.join(map(shown, get_args(made)))}]" if get_args(made) else ""
    name = compiled.__name__
    return f"write `@returns({name})` above the handler, and annotate it `{shown(get_origin(made) or made)}{inside}`"


def _is_response(member: Any) -> bool:
    return isinstance(member, type) and issubclass(member, Response)


def _inside(member: Any) -> Iterator[Any]:
    for argument in get_args(member):
        yield from _members(argument)
        yield from _inside(argument)


def _evaluated(endpoint: Callable[..., Any]) -> Any:
    """The return annotation as a value; None is what FastAPI takes for no annotation too."""
    annotation = written_annotation(function_of(endpoint))
    return _value_of(annotation, endpoint) if isinstance(annotation, str) else annotation


def _value_of(annotation: str, endpoint: Callable[..., Any]) -> Any:
    """The value of an annotation, or of a part of it, that is text. SpecError where it has none."""
    function = function_of(endpoint)
    names = dict(getattr(function, "__globals__", {}))
    with contextlib.suppress(TypeError, ValueError):
        names |= inspect.getclosurevars(function).nonlocals
    names |= _names_around(function)
    try:
        return eval(annotation, names)  # noqa: S307 - it is the user's own annotation, as typing.get_type_hints has it
    except Exception as error:  # noqa: BLE001 - whatever a user's annotation raises is reported with its place
        why = f"it cannot be evaluated: {type(error).__name__}: {error}"
        advice = _WHOLE_IN_QUOTES if isinstance(error, TypeError) and "|" in annotation else _AT_RUN_TIME
        raise misread(endpoint, why, annotation, advice) from None


def written_annotation(function: Any) -> Any:
    """The return annotation as it is there: a value, or its text. Any where there is none."""
    try:
        return getattr(function, "__annotations__", {}).get("return", Any)
    except Exception:  # noqa: BLE001 - since Python 3.14 asking evaluates all of them, a parameter's too
        texts = typing_extensions.get_annotations(function, format=typing_extensions.Format.STRING)
        return texts.get("return", Any)


def _names_around(function: Any) -> dict[str, Any]:
    """The local names of the function whose body defines this one, where that is still running."""
    code = getattr(function, "__code__", None)
    frame: types.FrameType | None = sys._getframe(1)
    while frame is not None:
        if code in frame.f_code.co_consts:
            return dict(frame.f_locals)
        frame = frame.f_back
    return {}


def function_of(endpoint: Callable[..., Any]) -> Any:
    """The function below decorators, partials and callable objects."""
    unwrapped: Any = inspect.unwrap(endpoint)
    while hasattr(unwrapped, "func"):
        unwrapped = inspect.unwrap(unwrapped.func)
    if hasattr(unwrapped, "__code__") or inspect.ismethod(unwrapped):
        return getattr(unwrapped, "__func__", unwrapped)
    return unwrapped if isinstance(unwrapped, type) else type(unwrapped).__call__


def position_of(endpoint: Callable[..., Any]) -> Position | None:
    """The line of the handler's `def`."""
    code = getattr(function_of(endpoint), "__code__", None)
    if code is None:
        return None
    line = code.co_firstlineno  # of the first decorator
    while (text := linecache.getline(code.co_filename, line)).strip():
        if text.lstrip().startswith(("def ", "async def ")):
            indent = len(text) - len(text.lstrip()) + 1
            return Position(code.co_filename, line, indent, line, len(text.rstrip()) + 1)
        line += 1
    return Position(code.co_filename, code.co_firstlineno)


def name_of(endpoint: Callable[..., Any]) -> str:
    """The handler's name, for messages."""
    return str(getattr(function_of(endpoint), "__qualname__", endpoint)).replace("<locals>.", "")


def shown(annotation: Any) -> str:
    """An annotation as it is written, nearly."""
    if isinstance(annotation, str):
        return annotation
    if inspect.isfunction(annotation) or (isinstance(annotation, type) and not typing.get_args(annotation)):
        return annotation.__qualname__.rpartition(".")[2]
    return str(annotation).replace("typing.", "")


def misread(endpoint: Callable[..., Any], why: str, annotation: Any, help: str = "") -> SpecError:
    """The refusal of an annotation, at the handler's line."""
    message = f"the handler {name_of(endpoint)} returns {shown(annotation)}: {why}"
    return SpecError([HANDLER_ANNOTATION.found(message, path="return", position=position_of(endpoint), help=help)])


def declared_by(handler: Callable[..., Any]) -> tuple[Source, ...]:
    """All responses that a handler names, each once: in its annotation, by `@returns` and by `@raises`."""
    reading = read(handler)
    return tuple(dict.fromkeys([*reading.sources, *reading.raises, *raised_by(handler)]))

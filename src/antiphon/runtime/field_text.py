"""The text of a field that a param fills: chosen from the field first, then from the types of the param.

A field with a class of its own takes the values that its class takes: its own values as they are, text through
`untrusted` or `decode`, and the types that its `of` takes. Any other field takes the text form of the types. Where
neither decides, `NoTextForm` is raised when the declaration is checked, not at each call.
"""

from __future__ import annotations

import collections.abc
import enum
import functools
import typing
from collections.abc import Callable
from typing import Any, NamedTuple, get_args, get_origin

from antiphon.headers.field import Field, FieldError
from antiphon.headers.registry import field_class
from antiphon.headers.values.conversion import of_value
from antiphon.headers.values.lists import split_list
from antiphon.http.singleton_fields import is_singleton
from antiphon.runtime.param_types import OPEN, alternatives, without_none
from antiphon.runtime.text_forms import TextForm, one_of, text_form
from antiphon.runtime.type_form import type_or_kind


class NoTextForm(ValueError):  # noqa: N818 - the finding of a rule, which says it in a sentence
    """A type that a field, a cookie or a template cannot be filled with. The text says why."""


class Way(NamedTuple):
    """One way to turn values into text, for those that `accepts` takes. `text` raises FieldError or ValueError."""

    accepts: Callable[[Any], bool]
    text: Callable[[Any], str]
    shown: str


def text_ways(annotation: Any, *, in_field: bool = False) -> tuple[Way, ...]:
    """The ways of a cookie or a placeholder, and of a field that has no class. Raises NoTextForm."""
    return tuple(_plain_way(type_, in_field=in_field) for type_ in _types(annotation))


def field_ways(name: str, annotation: Any) -> tuple[Way, ...]:
    """The ways of a field, in which a value is looked for in order. Raises NoTextForm."""
    field = field_class(name)
    ways: list[Way] = []
    for type_ in _types(annotation):
        element = _element(type_)
        if field is not None:
            ways += _typed_ways(field, type_, element)
        elif element is None:
            ways.append(_plain_way(type_, in_field=True))
        else:
            ways.append(_list_way(name, type_, element))
    return tuple(ways)


def _types(annotation: Any) -> tuple[Any, ...]:
    found = without_none(annotation)
    if not found:
        raise NoTextForm("is None alone, which says nothing")
    return found


def _plain_way(type_: Any, *, in_field: bool) -> Way:
    form = text_form(type_, in_field=in_field)
    if form is None:
        raise NoTextForm(f"is {shown(type_)}, which has no one text form")
    return Way(form.accepts, form.text, form.shown)


def shown(type_: Any) -> str:
    """A type as people write it."""
    if type_ is OPEN:
        return "a value of any type"
    article = "an" if getattr(type_, "__name__", "")[:1].lower() in tuple("aeio") else "a"
    return f"{article} {type_.__name__}" if isinstance(type_, type) and not get_args(type_) else type_or_kind(type_)


# --- lists

_LISTS = (list, tuple, collections.abc.Sequence, collections.abc.Collection, collections.abc.Iterable)
_SETS = (set, frozenset, collections.abc.Set)


def _element(type_: Any) -> Any:
    """The type of the members of a collection of one type; None for any other type."""
    origin, arguments = get_origin(type_), get_args(type_)
    if origin is tuple:
        return arguments[0] if len(arguments) == 2 and arguments[1] is Ellipsis else None
    return arguments[0] if origin in (*_LISTS, *_SETS) and len(arguments) == 1 else None


def _is_collection(type_: Any) -> Callable[[Any], bool]:
    wanted = (set, frozenset) if get_origin(type_) in _SETS else (list, tuple)
    return lambda value: isinstance(value, wanted)


def _members(type_: Any, element: Any) -> Callable[[Any], list[str]]:
    """The texts of the members; those of a set in the order of their texts."""
    forms = [(one, text_form(one, in_field=True)) for one in without_none(element)]
    if not forms or type(None) in alternatives(element):
        raise NoTextForm(f"is {type_}, and None is not a member of a list")
    for one, form in forms:
        if form is None:
            raise NoTextForm(f"is {type_}, and {shown(one)} has no one text form")
    form = one_of(form for _, form in forms if form is not None)
    ordered: Callable[[Any], Any] = sorted if get_origin(type_) in _SETS else list

    def texts(values: Any) -> list[str]:
        for value in values:
            if not form.accepts(value):
                raise FieldError(f"holds a {type(value).__qualname__} where {form.shown} is declared")
        return list(ordered(form.text(value) for value in values))

    return texts


def _list_way(name: str, type_: Any, element: Any, read: Callable[[str], str] | None = None) -> Way:
    """A list field: its members with commas between them (RFC 9110 section 5.6.1)."""
    if is_singleton(name):
        raise NoTextForm(f"is {type_}, and {name} is not a list")
    members = _members(type_, element)

    def text(values: Any) -> str:
        texts = members(values)
        if not texts:
            raise FieldError(
                "is empty: a list field has one member at least, and None leaves it out where that is allowed"
            )
        for one in texts:
            if _split(name, one) != [one]:
                raise FieldError(f"has the member {one!r}, which is read as something else than one member of a list")
        together = ", ".join(texts)
        if read is not None and sorted(map(read, texts)) != sorted(_split(name, read(together))):
            raise FieldError(f"has members that {name} reads differently when they are together, such as one twice")
        return together

    return Way(_is_collection(type_), text, str(type_))


def _split(name: str, text: str) -> list[str]:
    """The members that a field value is read as; none for one that cannot be read."""
    split: Callable[[str], list[str]] | None = getattr(field_class(name), "split_members", None)
    try:
        return split_list(name, text) if split is None else split(text)
    except FieldError:
        return []


# --- fields with a class of their own


def _typed_ways(field: Any, type_: Any, element: Any) -> list[Way]:
    read = reader(field)
    text = Way(lambda value: isinstance(value, str), lambda value: read(str.__str__(value)), "str")
    own = Way(lambda value: isinstance(value, field), lambda value: read(_text(value)), field.__name__)
    if type_ is OPEN:
        return [own, text, *_ways_of(field, field)]
    if isinstance(type_, type) and issubclass(type_, field):
        return [own, text]
    if (taken := _ways_of(field, type_)) and element is None:
        return taken
    if element is not None:
        return [_typed_list(field, type_, element, read)]
    form = text_form(type_, in_field=True)
    if form is None:
        raise NoTextForm(f"is {shown(type_)}, which {field.field_name} does not take")
    _try_samples(field, type_, form, read)
    if isinstance(type_, type) and issubclass(type_, enum.Enum):
        return [Way(form.accepts, lambda value: _of_member(field, value, form, read), form.shown)]
    return [Way(form.accepts, lambda value: read(form.text(value)), form.shown)]


def reader(field: type[Field]) -> Callable[[str], str]:
    """The function that checks text given at a call: the field's `untrusted`, where it has one, or its `decode`."""
    make: Callable[[str], Field] = getattr(field, "untrusted", field.decode)
    return lambda text: _text(make(text))


def _text(value: Field) -> str:
    return value.encode().decode("latin-1")


def _of_member(field: type[Field], member: enum.Enum, form: TextForm, read: Callable[[str], str]) -> str:
    """The text of a member of an enumeration: a member that is a value of the field was checked when it was made."""
    return _text(member.value) if type(member.value) is field else read(form.text(member))


def _try_samples(field: type[Field], type_: Any, form: TextForm, read: Callable[[str], str]) -> None:
    """See that texts of the form are texts of the field: all of them where they are known, one at least otherwise."""
    if isinstance(type_, type) and issubclass(type_, enum.Enum):
        checks = [functools.partial(_of_member, field, member, form, read) for member in type_]
    else:
        checks = [functools.partial(read, sample) for sample in form.samples]
    refused = []
    for check in checks:
        try:
            check()
        except FieldError as error:
            refused.append(str(error))
    if refused and (form.complete or len(refused) == len(checks)):
        raise NoTextForm(f"is {form.shown}, whose text {field.field_name} does not take: {refused[0]}")


@functools.cache
def _taken_by_of(field: type[Field]) -> tuple[Any, ...]:
    """The types that a field's `of` takes."""
    of: Any = of_value(field)
    return () if of is None else alternatives(typing.get_type_hints(of.__func__)["value"])


def _ways_of(field: Any, type_: Any) -> list[Way]:
    """The way through the field's `of`, where that takes the type; through all that it takes for the field itself."""
    plain = tuple(taken for taken in _taken_by_of(field) if isinstance(taken, type))
    fits = type_ is field or (
        isinstance(type_, type) and issubclass(type_, plain) and (type_ is not bool or bool in plain)
    )
    if not plain or not fits:
        return []
    wanted = plain if type_ is field else type_

    def accepts(value: Any) -> bool:
        return isinstance(value, wanted) and (bool in plain or not isinstance(value, bool))

    return [Way(accepts, lambda value: _text(field.of(value)), shown(type_))]


def _typed_list(field: Any, type_: Any, element: Any, read: Callable[[str], str]) -> Way:
    """A list for a field with a class: through its `of` where that takes lists, else member by member."""
    if any(get_origin(taken) in (list, tuple) for taken in _taken_by_of(field)):
        members = _members(type_, element)
        return Way(_is_collection(type_), lambda values: _text(field.of(members(values))), str(type_))
    return _list_way(field.field_name, type_, element, read)

"""The values of params, read back from the field, the cookie or the placeholder that they filled."""

from __future__ import annotations

import collections.abc
import enum
import re
from typing import Any, Literal, get_args, get_origin
from urllib.parse import unquote

from antiphon.headers.field import FieldError
from antiphon.headers.registry import field_class
from antiphon.headers.values.lists import split_list
from antiphon.http.field_template import field_template
from antiphon.runtime.cookie_codecs.codec import CookieCodec
from antiphon.runtime.cookie_codecs.text import TextCodec
from antiphon.runtime.cookie_value import declared_value
from antiphon.runtime.default_value import READABLE, value_of
from antiphon.runtime.param_types import OPEN, without_none
from antiphon.spec import ParamSpec
from antiphon.testing.declared.difference import NotAsDeclared, Unreadable

_LISTS: dict[Any, Any] = {list: list, tuple: tuple, set: set, frozenset: frozenset}
_ABSTRACT = (collections.abc.Sequence, collections.abc.Collection, collections.abc.Iterable, collections.abc.Set)


def of_field(param: ParamSpec, text: str) -> Any:
    """The value that a field's text was made of. Raises NotAsDeclared and Unreadable."""
    field = field_class(param.slot)
    if field is not None:
        try:
            field.decode(text)
        except FieldError as error:
            raise NotAsDeclared(str(error).partition(": ")[2] or str(error)) from None
    if param.encode is not None:
        raise Unreadable(param.name)
    types = without_none(param.type.resolve())
    for type_ in types:
        element = get_args(type_)[:1]
        if get_origin(type_) in (*_LISTS, *_ABSTRACT) and element:
            split = getattr(field, "split_members", None) or (lambda given: split_list(param.slot, given))
            try:
                members = [_value(element[0], one) for one in split(text)]
            except FieldError as error:
                raise NotAsDeclared(str(error)) from None
            return _LISTS.get(get_origin(type_), list)(members)
    return _value(param.type.resolve(), text)


def of_cookie(param: ParamSpec, text: str) -> Any:
    """The value that a cookie's text was made of, without a CookieValue around it. Raises as `of_field` does."""
    annotation = param.type.resolve()
    inner = declared_value(annotation)
    annotation = annotation if inner is None else inner
    encode: Any = None if param.encode is None else param.encode.resolve()
    try:
        if isinstance(encode, TextCodec):
            return _value(annotation, encode.decode(text))
        if isinstance(encode, CookieCodec):
            return encode.decode(text)
    except NotAsDeclared:
        raise
    except ValueError as error:  # its message holds none of the text
        raise NotAsDeclared(f"the value {error}") from None
    if encode is not None:
        raise Unreadable(param.name)
    try:
        return _value(annotation, text)
    except NotAsDeclared:
        raise NotAsDeclared(f"the value is not of type {_shown(annotation)}") from None


def pattern_of(name: str, template: str) -> re.Pattern[str]:
    """A pattern for the values of a field with a template; its groups are the placeholders in order."""
    parts = field_template(name, template)
    holes = {"segment": "([^/?#]+)", "query": "([^&#]*)", "quoted": '([^"]*)', "opaque": '([^"]+)', "nonce": "([^']+)"}
    text = re.escape(parts.literals[0])
    for placeholder, literal in zip(parts.placeholders, parts.literals[1:], strict=True):
        text += holes[placeholder.where] + re.escape(literal)
    return re.compile(text)


def of_placeholder(param: ParamSpec, template: tuple[str, str], value: str) -> Any:
    """The value that filled a placeholder of a field's template. Raises as `of_field` does."""
    name, text = template
    match = pattern_of(name, text).fullmatch(value)
    if match is None:
        raise NotAsDeclared(f"{value!r} is not of the form {text!r}")
    if param.encode is not None:
        raise Unreadable(param.name)
    names = [placeholder.name for placeholder in field_template(name, text).placeholders]
    where = field_template(name, text).placeholders[names.index(param.slot)].where
    found = match[names.index(param.slot) + 1]
    return _value(param.type.resolve(), unquote(found) if where in ("segment", "query") else found)


def _value(annotation: Any, text: str) -> Any:
    """The value of a type that has this text."""
    types = without_none(annotation)
    found = value_of(annotation, text)
    if found is not text or str in types or OPEN in types:
        return found
    subclasses = [type_ for type_ in types if isinstance(type_, type) and issubclass(type_, str)]
    if all(_has_known_texts(type_) for type_ in types):
        raise NotAsDeclared(f"{text!r} is not of type {_shown(annotation)}")
    if subclasses and not any(hasattr(type_, "field_name") for type_ in subclasses):
        return text
    raise Unreadable(text)


def _has_known_texts(type_: Any) -> bool:
    """Whether every text of the type is read: what is not read is not of the type."""
    return (
        type_ in READABLE
        or get_origin(type_) is Literal
        or hasattr(type_, "field_name")
        or (isinstance(type_, type) and issubclass(type_, enum.Enum))
    )


def _shown(annotation: Any) -> str:
    return " or ".join(getattr(type_, "__name__", str(type_)) for type_ in without_none(annotation))

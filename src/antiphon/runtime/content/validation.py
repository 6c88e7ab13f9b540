"""Content checked against its declared type with each call, for those who ask for it.

A type checker knows what a handler gives; this is for what no type checker saw: attributes that were assigned or
constructed unchecked, constraints such as `Meta(ge=0)`, the members of collections, pydantic's own validators.

Part of the run time: pydantic is not imported here.
"""

from __future__ import annotations

import datetime as dt
import decimal
import functools
import os
import sys
import uuid
from collections.abc import Callable, Hashable
from typing import Any, Literal

import msgspec

from antiphon.errors import ParamError
from antiphon.runtime.content.core_schema import schemas_in
from antiphon.runtime.content.described import Described
from antiphon.runtime.content.narrowed import AsDeclared
from antiphon.runtime.type_form import is_type, type_or_kind

Validate = Literal["never"] | Literal["always"] | Literal["debug"]

#: Taken as they are, so that a text does not pass for a date, nor a date for a text.
_KEPT = (dt.datetime, dt.date, dt.time, dt.timedelta, decimal.Decimal, uuid.UUID, bytes, bytearray, memoryview)
#: Precedes the place of a value that was set aside for pydantic; no content can know it.
_ASIDE = f"\0{os.urandom(8).hex()} "


class UncheckableError(TypeError):
    """Content of a type that nothing can check is to be checked with each call."""


class Nothing:
    """The class that no content is of: where it is declared to need no look, every content is looked at."""


def is_active(validate: Validate) -> bool:
    """Whether content is to be checked in this process.

    "debug" checks where Python runs in development mode (`-X dev`) or ANTIPHON_DEBUG is set to anything but 0.
    """
    if validate == "debug":
        return sys.flags.dev_mode or os.environ.get("ANTIPHON_DEBUG", "0") not in ("", "0")
    return validate == "always"


def validated(type_: Any, accept: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """`accept`, and after it a check of what it gives against the type, which raises ParamError.

    Raises TypeError for a type that neither msgspec nor pydantic can check.
    """
    check = _model_check(type_) if isinstance(type_, Hashable) else None
    if check is None:
        check = _check(type_)

    def accept_valid(content: Any) -> Any:
        accepted = accept(content)
        check(accepted)
        return accepted

    return accept_valid


def validation_fault(type_: Any) -> str:
    """Why content of a type cannot be checked; empty where it can."""
    try:
        validated(type_, lambda content: content)
    except TypeError as error:
        return str(error)
    return ""


def _refused(what: str) -> ParamError:
    return ParamError(
        "content",
        f"is not as it is declared: {what}",
        help="give what the declared type says, or declare what is really sent",
        cite="the response's own declaration",
    )


def _check(type_: Any) -> Callable[[Any], None]:
    """By msgspec: into builtins and back, for it takes an instance of a class for valid."""
    try:
        msgspec.json.Decoder(type_, dec_hook=_never)
    except (TypeError, NameError, RuntimeError) as error:
        why = f": {error}" if is_type(type_) else ""  # else it shows the value
        msg = f"validate: msgspec cannot check content of type {type_or_kind(type_)}{why}"
        raise UncheckableError(msg) from None

    def check(content: Any) -> None:
        aside: list[Any] = []

        def set_aside(value: Any) -> Any:
            narrowed = type(value) is AsDeclared
            if narrowed and type(value.model) is Described:
                return value.value
            class_: Any = value.model if narrowed else type(value)
            check_value = _model_check(class_)
            if check_value is not None:
                check_value(value.value if narrowed else value)
            # msgspec asks for an instance of the declared model, and for nothing more of it.
            aside.append(object.__new__(value.model) if narrowed else value)
            return f"{_ASIDE}{len(aside) - 1}"

        def taken(_type: type, place: Any) -> Any:
            if not isinstance(place, str) or not place.startswith(_ASIDE):
                raise _refused("a value is at a place where a model or an object of a class is declared")
            return aside[int(place.removeprefix(_ASIDE))]

        try:
            plain = msgspec.to_builtins(content, builtin_types=_KEPT, enc_hook=set_aside)
            msgspec.convert(plain, type_, builtin_types=_KEPT, dec_hook=taken)
        except ParamError:
            raise
        except (msgspec.ValidationError, TypeError, ValueError, RecursionError) as error:
            raise _refused(str(error)) from None

    return check


def _never(_type: type, _value: Any) -> Any:
    raise NotImplementedError


@functools.lru_cache(maxsize=1024)
def _model_check(type_: Hashable) -> Callable[[Any], None] | None:
    """By pydantic, all the way down; None where the type is neither a pydantic model nor a list of one."""
    many = getattr(type_, "__origin__", None) is list
    model: Any = getattr(type_, "__args__", (None,))[0] if many else type_
    schema = getattr(model, "__pydantic_core_schema__", None)
    if not isinstance(model, type) or not isinstance(schema, dict):
        return None
    core: Any = sys.modules["pydantic_core"]  # a model exists, so it is loaded
    looked_into = _looked_into(schema)
    try:  # not by the validators that the classes have: they take an instance for valid
        validate = core.SchemaValidator(looked_into, _use_prebuilt=False).validate_python
    except TypeError:
        validate = core.SchemaValidator(looked_into).validate_python

    def check(content: Any) -> None:
        for at, member in enumerate(content if many else (content,)):
            try:
                validate(member, strict=True, by_alias=False, by_name=True)  # an instance has names alone
            except core.ValidationError as error:
                first = error.errors(include_url=False, include_context=False, include_input=False)[0]
                place = ".".join(map(str, ((at,) if many else ()) + first["loc"]))
                raise _refused(f"{place}: {first['msg']}" if place else first["msg"]) from None

    return check


def _looked_into(schema: Any) -> Any:
    """A core schema whose instances are validated again, where pydantic takes an instance for valid."""
    if isinstance(schema, dict):
        copied = {**schema, **{key: _looked_into(value) for key, value in schemas_in(schema).items()}}
        if schema.get("type") in ("model", "dataclass"):
            copied["revalidate_instances"] = "always"
        return copied
    if isinstance(schema, list):
        return [_looked_into(member) for member in schema]
    if isinstance(schema, tuple):
        return tuple(_looked_into(member) for member in schema)
    return schema

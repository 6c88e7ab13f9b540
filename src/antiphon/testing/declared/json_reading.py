"""JSON content read back as the declared type, as a client of the service would."""

from __future__ import annotations

import functools
import inspect
import ipaddress
import pathlib
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

import msgspec

from antiphon.errors import ParamError
from antiphon.runtime.content.declared import graph
from antiphon.runtime.content.iterables import iterated
from antiphon.runtime.content.json import content_of
from antiphon.runtime.content.options import JSONOptions
from antiphon.runtime.content.type_parts import bare
from antiphon.testing.declared.difference import NotAsDeclared, Unreadable

#: Classes of the standard library that are made of their text.
_OF_TEXT: Final = (
    *(pathlib.PurePath, ipaddress.IPv4Address, ipaddress.IPv6Address),
    *(ipaddress.IPv4Network, ipaddress.IPv6Network),
)


def read_json(type_: Any, options: JSONOptions, octets: bytes) -> Any:
    """The value that the octets say. Raises NotAsDeclared, and Unreadable for a type that is only ever written.

    Members that the type does not declare are not as declared, though a reader would skip them.
    """
    try:
        plain: object = msgspec.json.decode(octets)
    except msgspec.DecodeError as error:
        raise NotAsDeclared(f"is not JSON: {error}") from None
    item = iterated(bare(type_, {}))
    if item is not None:
        type_ = list[item]  # type: ignore[valid-type]  # a type that is known at run time
    reads = _reader(type_, options.by_alias) if options.encode is None else None
    if reads is None:
        raise Unreadable(str(type_))
    read, lossy = reads
    try:
        value = read(octets)
    except NotImplementedError:
        raise Unreadable(str(type_)) from None
    except _errors() as error:
        # Members that are left out cannot be required of the reader.
        if lossy or options.exclude_none or options.exclude_unset or options.exclude_defaults:
            raise Unreadable(str(type_)) from None
        raise NotAsDeclared(_shown(error)) from None
    if not lossy:
        undeclared = next(_undeclared(plain, _written(type_, options, value), "$"), None)
        if undeclared:
            raise NotAsDeclared(f"has the member {undeclared}, which is not declared")
    return value


@functools.lru_cache(maxsize=1024)
def _reader(type_: Any, by_alias: bool) -> tuple[Callable[[bytes], Any], bool] | None:  # noqa: FBT001 - a part of the key
    """The reader of a type, and whether pydantic writes something in it otherwise than it is read."""
    models = [node.origin for node in graph(type_).all() if node.kind == "model"]
    lossy = any(map(_is_lossy, models))
    try:
        # Models are custom types to msgspec, which takes no union of two of them.
        decoder: Any = msgspec.json.Decoder(
            type_, dec_hook=lambda class_, value: _made(class_, value, by_alias=by_alias)
        )
    except (TypeError, NameError, RuntimeError):
        pydantic = sys.modules.get("pydantic")
        if not models or pydantic is None:
            return None
        validate = pydantic.TypeAdapter(type_).validate_json
        return functools.partial(validate, **_names(validate, by_alias=by_alias)), lossy
    return decoder.decode, lossy


def _names(validate: Callable[..., Any], *, by_alias: bool) -> dict[str, bool]:
    """The keywords by which pydantic reads the names that were written; those of 2.11 and later."""
    if "by_name" not in inspect.signature(validate).parameters:
        return {}
    return {"by_alias": by_alias, "by_name": not by_alias}


def _made(class_: Any, value: Any, *, by_alias: bool) -> Any:
    """A value of a class that msgspec does not know."""
    validate = getattr(class_, "model_validate_json", None)
    if validate is not None:
        return validate(msgspec.json.encode(value), **_names(validate, by_alias=by_alias))
    if isinstance(class_, type) and issubclass(class_, _OF_TEXT) and isinstance(value, str):
        return class_(value)
    if class_ is object:
        return value
    if class_ is re.Pattern and isinstance(value, str):
        return re.compile(value)
    raise NotImplementedError(f"{class_} is only ever written")


def _errors() -> tuple[type[Exception], ...]:
    """Errors that say that content is not of the type."""
    core: Any = sys.modules.get("pydantic_core")
    return (msgspec.ValidationError, ValueError) if core is None else (msgspec.ValidationError, core.ValidationError)


_PLACE = re.compile(r" - at `\$([^`]*)`\Z")


def _shown(error: Exception) -> str:
    """One sentence, with the place and without the content."""
    of_model: Any = error if hasattr(error, "errors") else error.__cause__  # which msgspec hands on as text
    if not hasattr(of_model, "errors"):
        return str(error)
    first = of_model.errors(include_url=False, include_context=False, include_input=False)[0]
    above = _PLACE.search(str(error)) if of_model is not error else None
    place = ".".join(map(str, first["loc"]))
    return f"{first['msg']} - at `${above[1] if above else ''}{'.' if place else ''}{place}`"


#: Keys of a core schema that show that what is written is not what is read.
_WRITTEN_OTHERWISE: Final = frozenset({"serialization", "computed_fields", "serialization_exclude"})


@functools.lru_cache(maxsize=1024)
def _is_lossy(model: Any) -> bool:
    pending: list[Any] = [getattr(model, "__pydantic_core_schema__", None)]
    while pending:
        schema = pending.pop()
        if isinstance(schema, Mapping):
            alias = schema.get("serialization_alias")
            if any(schema.get(key) for key in _WRITTEN_OTHERWISE) or alias not in (
                None,
                schema.get("validation_alias"),
            ):
                return True
            pending += [value for key, value in schema.items() if key not in {"metadata", "default"}]
        elif isinstance(schema, list | tuple):
            pending += schema
    return False


def _written(type_: Any, options: JSONOptions, value: Any) -> Any:
    """A value as the declaration writes it; the same value where it cannot be written."""
    content = content_of(type_, options=options._replace(exclude_none=False, exclude_defaults=False))
    try:
        accepted = content.accept(value)
        keywords: dict[str, Any] = {"by_alias": True} if content.keywords else {}
        return msgspec.json.decode(accepted if content.encode is None else content.encode(accepted, **keywords))
    except (ParamError, msgspec.MsgspecError):
        return None


def _undeclared(sent: Any, written: Any, at: str) -> Iterator[str]:
    """The places of members that were sent and that the type does not write."""
    if isinstance(sent, dict) and isinstance(written, dict):
        for name, value in sent.items():
            if name not in written:
                if value is not None:
                    yield f"`{at}.{name}`"
            else:
                yield from _undeclared(value, written[name], f"{at}.{name}")
    elif isinstance(sent, list) and isinstance(written, list):
        for value, other in zip(sent, written, strict=False):
            yield from _undeclared(value, other, f"{at}[...]")

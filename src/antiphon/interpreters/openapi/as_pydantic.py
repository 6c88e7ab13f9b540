"""JSON content types in a form that pydantic describes as they are sent.

A Struct, an attrs class, and a dataclass or TypedDict that holds one get a stand-in: a class of the same name whose
core schema is that of the JSON object. One generator then names all schemas, pydantic's and msgspec's, by one rule;
FastAPI's own generator takes the stand-ins, too.
"""

from __future__ import annotations

import contextlib
import contextvars
import types
import typing
from collections.abc import Sequence
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import msgspec
import pydantic
from pydantic_core import core_schema

from antiphon.interpreters.openapi.foreign import has_schema, is_foreign, key_texts
from antiphon.interpreters.openapi.keywords import BASE64, Discriminated, Keywords
from antiphon.interpreters.openapi.members import Member, members_of
from antiphon.interpreters.openapi.optioned import HAS_DEFAULT, OWN_NAME
from antiphon.runtime.content.type_parts import Nowhere, bare, is_collection, is_named_tuple, put_in
from antiphon.runtime.one_for_all import one_for_all

#: The stand-ins whose schema is being made: one that holds itself refers to its own definition.
_UNFINISHED: contextvars.ContextVar[frozenset[str]] = contextvars.ContextVar("unfinished", default=frozenset())


def as_pydantic(type_: Any) -> Any:
    """The type itself where pydantic describes it as it is sent; otherwise a form of it that it does describe."""
    if not is_foreign(type_):
        return type_
    origin, arguments = get_origin(type_), get_args(type_)
    if origin is Annotated:
        metadata = [Keywords.of(one) if isinstance(one, msgspec.Meta) else one for one in arguments[1:]]
        return _annotated(as_pydantic(arguments[0]), *metadata)
    value = getattr(type_, "__value__", None)
    if value is not None and not isinstance(value, str) and origin is None:
        return as_pydantic(value)
    bared = bare(type_, {})
    if bared is not type_:
        return as_pydantic(bared)
    if isinstance(type_, Nowhere):
        found = type_.found()
        return Any if isinstance(found, Nowhere) else as_pydantic(found)
    if origin in (typing.Union, types.UnionType):
        return _union(arguments)
    if (texts := key_texts(type_)) is not None:
        mapping: Any = origin
        return mapping[Literal[texts], as_pydantic(arguments[1])]
    if isinstance(origin, type) and is_collection(origin):
        return origin[tuple(one if one is Ellipsis else as_pydantic(one) for one in arguments)]  # type: ignore[index]  # a collection takes arguments
    return _class(type_, origin or type_)


def _class(type_: Any, class_: Any) -> Any:
    if issubclass(class_, msgspec.Raw) or not has_schema(class_):
        return Any
    if issubclass(class_, (bytes, bytearray, memoryview)):
        return Annotated[str, BASE64]
    return _stand_in(put_in(type_, {}))


def _union(arguments: tuple[Any, ...]) -> Any:
    """A union. Structs that are told apart by the constant of one member are a union of their own within it."""
    present = [one for one in arguments if one is not msgspec.UnsetType]
    tagged = [one for one in present if _tag_field(one) is not None]
    fields = {_tag_field(one) for one in tagged}
    if len(tagged) < 2 or len(fields) > 1:
        return _any_of(present)
    told_apart = _annotated(_any_of(tagged), Discriminated(str(fields.pop())))
    return _any_of([told_apart, *(one for one in present if one not in tagged)])


def _any_of(types_: Sequence[Any]) -> Any:
    return Union[tuple(as_pydantic(one) for one in types_)]


def _annotated(type_: Any, *metadata: Any) -> Any:
    return Annotated[(type_, *metadata)]


def _tag_field(type_: Any) -> str | None:
    """The member that tells a Struct from others in a union."""
    class_ = get_origin(type_) or type_
    if not isinstance(class_, type) or not issubclass(class_, msgspec.Struct) or class_.__struct_config__.array_like:
        return None
    return class_.__struct_config__.tag_field


@one_for_all
def _stand_in(type_: Any) -> type:
    """The class that pydantic takes for a Struct, an attrs class, or another class with a foreign part."""
    class_, arguments = get_origin(type_) or type_, get_args(type_)
    listed = ", ".join(getattr(one, "__name__", str(one)) for one in arguments)
    # The class's own text, not its bases'. Python 3.15 writes that of a dataclass when it is first asked for.
    doc = class_.__doc__ if "__doc__" in vars(class_) else None
    if class_.__module__.split(".")[0] == "antiphon" or (doc or "").startswith(f"{class_.__name__}("):
        doc = None  # a dataclass's own signature says nothing
    reference = _reference(class_) + (f"[{','.join(map(_reference, arguments))}]" if arguments else "")
    made: Any = type(
        f"{class_.__name__}[{listed}]" if arguments else class_.__name__,
        (),
        {
            "__module__": class_.__module__,
            "__doc__": doc,
            "__get_pydantic_core_schema__": classmethod(
                lambda cls, _source, handler: _core_schema(cls, type_, reference, handler)
            ),
        },
    )
    return made  # type: ignore[no-any-return]  # a class made from its parts


def _reference(type_: Any) -> str:
    """A class as pydantic's references name it: module, name and identity."""
    name = getattr(type_, "__qualname__", None) or str(type_)
    return f"{getattr(type_, '__module__', 'builtins')}.{name}:{id(type_)}"


def _core_schema(made: type, type_: Any, reference: str, handler: pydantic.GetCoreSchemaHandler) -> Any:
    if reference in _UNFINISHED.get():
        return core_schema.definition_reference_schema(reference)
    with _unfinished(reference):
        class_ = get_origin(type_) or type_
        members = members_of(type_)
        if is_named_tuple(class_) or _is_array(class_):
            items = [handler.generate_schema(_type_of(member)) for member in members]
            return core_schema.tuple_schema(items, ref=reference)
        return core_schema.typed_dict_schema(
            {
                # A field may have the name of the tag, which is then sent under another one.
                f"tag {member.name}" if member.is_tag else member.own_name: _field(member, handler)
                for member in members
            },
            cls=made,
            extra_behavior="forbid" if _is_closed(class_) else None,
            ref=reference,
        )


def _field(member: Member, handler: pydantic.GetCoreSchemaHandler) -> Any:
    return core_schema.typed_dict_field(
        handler.generate_schema(_type_of(member)),
        required=member.required,
        serialization_alias=member.name,
        metadata={OWN_NAME: member.own_name, HAS_DEFAULT: member.has_default},
    )


def _type_of(member: Member) -> Any:
    return Literal[member.type] if member.is_tag else as_pydantic(member.type)


def _is_array(class_: Any) -> bool:
    return issubclass(class_, msgspec.Struct) and class_.__struct_config__.array_like


def _is_closed(class_: Any) -> bool:
    return issubclass(class_, msgspec.Struct) and class_.__struct_config__.forbid_unknown_fields


@contextlib.contextmanager
def _unfinished(reference: str) -> typing.Generator[None]:
    token = _UNFINISHED.set(_UNFINISHED.get() | {reference})
    try:
        yield
    finally:
        _UNFINISHED.reset(token)

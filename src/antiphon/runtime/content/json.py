"""Python values as JSON octets, by msgspec; pydantic models by their own serializer, embedded without a second pass.

Part of the run time: pydantic is not imported here, its models are recognised by their serializer.
"""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable, Hashable
from typing import Any, Final, Literal, get_args, get_origin

import msgspec

from antiphon.errors import ParamError
from antiphon.runtime.content.nan import Finder, direct_floats, holds_nan, may_hold_nan, nan_finder
from antiphon.runtime.content.not_content import is_response, response_given, response_within
from antiphon.runtime.content.pydantic_models import models_within, plain_encoder
from antiphon.runtime.content.validation import Nothing, Validate, is_active, validated
from antiphon.runtime.plan import Content

NaN = Literal["error"] | Literal["null"]
Encode = Callable[..., bytes]

_CITE = "RFC 8259 section 6: Infinity and NaN are not permitted; RFC 9110 section 8.3"


def _encode_unknown(value: Any) -> Any:
    """What msgspec does not know: a pydantic model gives its own JSON, which is embedded as it is.

    A subclass of str, int or float is read as what it derives from, and True, False and None as keys have the names
    that JSON has for them, as in `json.dumps`.
    """
    encode_model = _model_encoder(type(value))  # type: ignore[arg-type]  # mypy takes a class for unhashable
    if encode_model is not None:
        return msgspec.Raw(encode_model(value))
    if value is None or isinstance(value, bool):
        return encode_any(value).decode()
    for type_, plain in _DERIVED.items():
        if isinstance(value, type_):
            return plain(value)
    raise not_json(value)


@functools.lru_cache(maxsize=1024)
def _model_encoder(type_: Hashable) -> Encode | None:
    """What prints the instances of a class that is a pydantic model. Values are never kept here."""
    if not isinstance(type_, type) or not _is_model(type_):
        return None
    by_pydantic = _pydantic_encoder(type_, "null")
    return plain_encoder(type_, many=False, fallback=by_pydantic) or by_pydantic


_DERIVED: dict[type, Callable[[Any], Any]] = {str: str.__str__, int: int.__int__, float: float.__float__}


def not_json(value: object) -> ParamError:
    """The error for a value that has no JSON form. The value itself is not shown."""
    if is_response(value):
        return response_given(value)
    return ParamError(
        "content",
        f"{type(value).__qualname__} has no JSON form",
        help="give a msgspec Struct, dataclass, attrs class, pydantic model, dict, list, str, number, bool or None",
        cite="RFC 8259 section 3",
    )


#: Any value as JSON octets, in the encoder's own words where it has none.
encode_any: Callable[[Any], bytes] = msgspec.json.Encoder(enc_hook=_encode_unknown).encode


def encode(content: object, *, nan: NaN = "error") -> bytes:
    """Any value as JSON octets (UTF-8, RFC 8259).

    NaN and the infinities have no JSON form: they are refused, or become null with `nan="null"`. Raises ParamError.
    """
    try:
        octets = encode_any(content)
    except ParamError:
        raise
    except ENCODE_ERRORS as error:
        raise unencodable(error, content) from None
    if nan == "error" and octets.find(b"null") >= 0:
        refuse_nan(content)
    return octets


def refuse_nan(content: object) -> None:
    """Raise ParamError for content that holds NaN or an infinity."""
    if may_hold_nan(content) and holds_nan(content):
        raise nan_refused()


#: What an encoder raises for content that it cannot say.
ENCODE_ERRORS: tuple[type[Exception], ...] = (TypeError, ValueError, OverflowError, RecursionError)


def unencodable(error: Exception, content: object = None) -> ParamError:
    """An encoder's complaint about content in antiphon's own words."""
    if isinstance(error, ParamError):
        return error
    response = response_within(content)
    if response is not None:
        return response_given(response)
    if isinstance(error, UnicodeError):
        return ParamError(
            "content",
            "cannot be encoded: it holds a lone surrogate, which has no UTF-8 form",
            help="leave it out; text that was decoded with surrogateescape holds them",
            cite="RFC 3629 section 3",
        )
    what = "it refers to itself or is nested too deeply" if isinstance(error, RecursionError) else str(error)
    return ParamError("content", f"cannot be encoded: {what}", help="send a value that JSON can say", cite=_CITE)


def nan_refused() -> ParamError:
    """The error for NaN or an infinity in JSON content."""
    return ParamError(
        "content",
        "holds NaN or an infinity, which JSON cannot say",
        help='send None instead, or declare nan="null"',
        cite=_CITE,
    )


def content_of(type_: Any, *, nan: NaN = "error", validate: Validate = "never") -> Content:
    """How content of a declared type becomes JSON.

    The exact type is encoded as it is; an instance of a subclass is narrowed to the declared fields, so that nothing
    undeclared is sent; anything else is refused. `validate` says whether all that content holds is checked, too.
    Raises TypeError where that is asked for and cannot be done.
    """
    try:
        content = _content_of(type_, nan)
    except TypeError:  # a type that cannot be hashed, such as an Annotated with a list
        content = _content_of.__wrapped__(type_, nan)
    if not is_active(validate):
        return content
    return content._replace(exact=content.exact and Nothing, accept=validated(type_, content.accept))


@functools.lru_cache(maxsize=1024)
def _content_of(type_: Any, nan: NaN) -> Content:
    for model in models_within(type_):
        _model_encoder(model)  # made now, so that no response waits for it
    if isinstance(type_, type) and (_is_model(type_) or _has_declared_fields(type_)):
        return _class_content(type_, type_, nan)
    item = get_args(type_)[0] if get_origin(type_) is list else None
    if isinstance(item, type) and (_is_model(item) or _has_declared_fields(item)):
        return _class_content(type_, item, nan)
    outermost = get_origin(type_) or type_
    look = _look(type_) if nan == "error" else None
    exact = outermost if outermost in _PLAIN else None
    return Content(type_, exact, _any_of(type_), encode_any, look=look, searched=look is not None)


#: Types whose instances are encoded as they are, whatever they hold.
_PLAIN: Final = (dict, list, tuple, set, frozenset, str, int, bool, float)


def _class_content(type_: Any, cls: type, nan: NaN) -> Content:
    """Content of one class with declared fields, or a list of its instances."""
    items = type_ is not cls
    accept = _list_of(cls) if items else _instance_of(cls) if _is_model(cls) else _narrowed_to(cls)
    encode, keywords = (_by_pydantic(type_), "by_alias=True") if _is_model(cls) else (encode_any, "")
    content = Content(type_, cls, accept, encode, items, keywords)
    if _is_model(cls):
        plain = plain_encoder(cls, many=items, fallback=_pydantic_encoder(type_, nan))
        if plain is not None:
            return Content(type_, cls, accept, plain, items)
    if nan == "null":
        return content
    floats, look = direct_floats(cls), _look(type_)
    if look is None or floats == ():
        return content
    if floats is not None:
        return content._replace(floats=floats, look=look)
    if _is_model(cls):
        return content._replace(encode=_searching(encode, look))
    return content._replace(look=look, searched=True)


def _pydantic_encoder(type_: Any, nan: NaN) -> Encode:
    """What prints the models that msgspec does not: pydantic itself."""
    to_json = _by_pydantic(type_)
    find = nan_finder(type_) if nan == "error" else None

    def encode_model(content: Any) -> bytes:
        if find is not None and find(content):
            raise nan_refused()
        return to_json(content, by_alias=True)

    return encode_model


def _is_model(cls: type) -> bool:
    """Whether a class is a pydantic model: it brings its own serializer."""
    return hasattr(cls, "__pydantic_serializer__")


def _by_pydantic(type_: Any) -> Callable[..., bytes]:
    """The serializer's own function to JSON octets, of a model or of a list of models."""
    if isinstance(type_, type) and _is_model(type_):
        serializer = type_.__pydantic_serializer__  # type: ignore[attr-defined]  # see _is_model
    else:
        # A model exists, so pydantic is loaded; the run-time part does not import it by itself.
        serializer = sys.modules["pydantic"].TypeAdapter(type_).serializer
    to_json: Callable[..., bytes] = serializer.to_json
    return to_json


def _look(type_: Any) -> Callable[[Any], None] | None:
    """What raises ParamError for content that holds NaN or an infinity; None where the type can hold none."""
    find = nan_finder(type_)
    if find is None:
        return None
    finder: Finder = (lambda content: may_hold_nan(content) and holds_nan(content)) if find is holds_nan else find

    def look(content: Any) -> None:
        if finder(content):
            raise nan_refused()

    return look


#: What pydantic writes for NaN and the infinities, by its settings.
_NAMES = (b"null", b"NaN", b"Infinity")


def _searching(to_json: Callable[..., bytes], look: Callable[[Any], None]) -> Encode:
    """Pydantic's function, and a look at the content where the octets hold what NaN becomes."""

    def encode_model(content: Any, *, by_alias: bool) -> bytes:
        octets = to_json(content, by_alias=by_alias)
        if any(octets.find(name) >= 0 for name in _NAMES):
            look(content)
        return octets

    return encode_model


def _has_declared_fields(type_: type) -> bool:
    return (
        issubclass(type_, msgspec.Struct) or hasattr(type_, "__dataclass_fields__") or hasattr(type_, "__attrs_attrs__")
    )


def wrong_type(content: object, expected: str) -> ParamError:
    """The error for content of another type than the declared one."""
    if is_response(content):
        return response_given(content)
    return ParamError(
        "content",
        f"is {type(content).__qualname__} where {expected} is declared",
        help=f"give {expected}, or declare the type that is really sent",
        cite="the response's own declaration",
    )


def _instance_of(type_: type) -> Callable[[Any], Any]:
    def accept(content: Any) -> Any:
        if isinstance(content, type_):
            return content
        raise wrong_type(content, type_.__qualname__)

    return accept


def _narrowed_to(type_: type) -> Callable[[Any], Any]:
    def accept(content: Any) -> Any:
        if type(content) is type_:
            return content
        if not isinstance(content, type_):
            raise wrong_type(content, type_.__qualname__)
        try:
            return msgspec.convert(content, type_, from_attributes=True)
        except msgspec.ValidationError as error:
            raise unencodable(error, content) from None

    return accept


def _list_of(item: type) -> Callable[[Any], Any]:
    narrow = _instance_of(item) if hasattr(item, "__pydantic_serializer__") else _narrowed_to(item)
    exact = {item}

    def accept(content: Any) -> Any:
        if type(content) is not list:
            raise wrong_type(content, f"list[{item.__qualname__}]")
        return content if set(map(type, content)) <= exact else [narrow(member) for member in content]

    return accept


def _any_of(type_: Any) -> Callable[[Any], Any]:
    """Content of a type without one class: checked by msgspec.convert where that knows the type, else left to mypy."""
    kinds = _classes(type_)
    if kinds is None:
        return lambda content: content

    def accept(content: Any) -> Any:
        if isinstance(content, kinds):
            return content
        raise wrong_type(content, str(getattr(type_, "__name__", type_)))

    return accept


def _classes(type_: Any) -> tuple[type, ...] | None:
    """The classes whose instances a type admits at its outermost level; None where it admits anything."""
    import types
    import typing

    if type_ is None:
        return (type(None),)
    if type_ is Any:
        return None
    if get_origin(type_) is typing.Annotated:
        return _classes(get_args(type_)[0])
    if isinstance(type_, type) and not typing.is_typeddict(type_) and get_origin(type_) is None:
        if type_ is object:
            return None
        return (type_, int) if type_ is float else (type_,)
    if typing.is_typeddict(type_):
        return (dict,)
    origin = get_origin(type_)
    if origin in (typing.Union, types.UnionType):
        members = [_classes(argument) for argument in get_args(type_)]
        return None if None in members else tuple(kind for kinds in members for kind in kinds or ())
    if isinstance(origin, type):
        return (origin,)
    return None

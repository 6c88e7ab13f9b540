"""Values as JSON octets: by msgspec, and pydantic models by their own serializers, embedded without a second pass.

Part of the run time: pydantic is not imported here, its models are recognised by their serializer.
"""

from __future__ import annotations

import functools
import sys
import types
import typing
from collections.abc import Callable
from typing import Any, get_args, get_origin

from antiphon.runtime.content import pydantic_json
from antiphon.runtime.content.declared import Node, graph
from antiphon.runtime.content.exact import exactness
from antiphon.runtime.content.iterables import iterated, listed
from antiphon.runtime.content.nan import AS_KEY, AS_VALUE, direct_floats, may_have_nan_keys, may_hold_nan, nan_check
from antiphon.runtime.content.narrowed import MisfitError, models_of, narrow
from antiphon.runtime.content.null_keys import with_null_keys
from antiphon.runtime.content.optioned import optioned_encoder
from antiphon.runtime.content.options import AS_DECLARED, JSONOptions
from antiphon.runtime.content.own_forms import PYDANTIC_DATACLASSES, own_forms
from antiphon.runtime.content.pydantic_models import plain_encoder
from antiphon.runtime.content.refused import ENCODE_ERRORS, nan_refused, unencodable, wrong_type
from antiphon.runtime.content.type_parts import bare, is_model, is_typed_dict
from antiphon.runtime.content.unknown import ENCODERS, Encode, NaN, model_encoder, without_models
from antiphon.runtime.content.validation import Nothing, Validate, is_active, validated
from antiphon.runtime.plan import Content

#: Raises ParamError for content that holds NaN or an infinity.
_check_nan = nan_check(without_models, nan_refused)
_NAN_KEY, _INFINITE_KEY = AS_KEY
_encode_models, _nulling = ENCODERS["error"], ENCODERS["null"]


def encode(content: object, *, nan: NaN = "error") -> bytes:
    """Any value as JSON octets (UTF-8, RFC 8259).

    NaN and the infinities have no JSON form: they are refused, or become null with `nan="null"`. Raises ParamError.
    """
    try:
        if PYDANTIC_DATACLASSES in sys.modules:
            content = own_forms(content)
        if nan == "null":
            return _with_nulls(content)
        octets = _encode_models(content)
        # Three searches take half the time of encoding; packing all as MessagePack to look there, all of it (0042).
        if octets.find(b"null") >= 0 or octets.find(_NAN_KEY) >= 0 or octets.find(_INFINITE_KEY) >= 0:
            _check_nan(content)
    except ENCODE_ERRORS as error:
        raise unencodable(error, content) from None
    return octets


def _with_nulls(content: Any) -> bytes:
    """Content with null for NaN, in the place of keys too, which msgspec calls `"nan"`."""
    octets = _nulling(content)
    return _nulling(with_null_keys(content)) if any(octets.find(sign) >= 0 for sign in AS_KEY) else octets


def content_of(
    type_: Any, *, nan: NaN = "error", validate: Validate = "never", options: JSONOptions = AS_DECLARED
) -> Content:
    """How content of a declared type becomes JSON.

    What is exactly as declared is encoded as it is. Whatever a subclass adds is left out at every depth, and what is
    not of the declared type there is refused, so that nothing undeclared is sent. `validate` says whether all that
    content holds is checked, too. Raises TypeError where that is asked for and cannot be done.
    """
    try:
        content = _content_of(type_, nan, options)
    except TypeError:  # a type that cannot be hashed, such as an Annotated with a list
        content = _content_of.__wrapped__(type_, nan, options)
    if validate != "never":  # what decides is the process that serves, which may be another one
        content = content._replace(judges=False)
    if not is_active(validate):
        return content
    return content._replace(exact=content.exact and Nothing, accept=validated(type_, content.accept))


@functools.lru_cache(maxsize=1024)
def _content_of(type_: Any, nan: NaN, options: JSONOptions) -> Content:
    item = iterated(bare(type_, {}))
    if item is not None:
        found = _content_of(types.GenericAlias(list, (item,)), nan, options)
        return found._replace(annotation=type_, accept=listed(type_, found.accept), judges=False)
    node = graph(type_)
    if options != AS_DECLARED:
        return Content(type_, None, _checked(type_, node), optioned_encoder(node, nan, options))
    item = node.parts[0] if node.origin is list else None
    for part in node.all():
        if part.kind == "model":
            model_encoder(part.origin, nan)  # made now, so that no response waits for it
    of_models = item if item and item.kind == "model" else node
    if of_models.kind == "model":
        return _model_content(type_, node, of_models, nan)
    encoder, nan_signs = _encoder(node, nan)
    check_nan = _check_nan if nan_signs else None
    untyped = any(part.kind == "free" and part.keys for part in node.all())
    flat = item if item and item.is_flat else node
    if flat.is_flat:
        found = Content(type_, flat.origin, _narrowing(node), encoder, flat is item, untyped=untyped)
        floats = direct_floats(flat)
        if check_nan is None or floats == ():
            return found
        if floats is not None:
            return found._replace(floats=floats, check_nan=check_nan)
        return found._replace(check_nan=check_nan, nan_signs=nan_signs)
    if node.hides:
        accept = _exact_or_narrowed(type_, node)
        return Content(type_, None, accept, encoder, check_nan=check_nan, nan_signs=nan_signs, untyped=untyped)
    outermost = get_origin(node.type_) or node.type_
    exact = outermost if outermost in _PLAIN else None
    accept = _any_of(type_)
    return Content(type_, exact, accept, encoder, check_nan=check_nan, nan_signs=nan_signs, untyped=untyped)


#: Types whose instances are encoded as they are, whatever they hold.
_PLAIN = (dict, list, tuple, set, frozenset, str, int, bool, float)


def _encoder(node: Node, nan: NaN) -> tuple[Encode, tuple[bytes, ...]]:
    """The encoder for content of a type, and the octets to search for in its output to find a NaN."""
    keys = may_have_nan_keys(node)
    if nan == "null":
        return _with_nulls if keys else _nulling, ()
    return _encode_models, (AS_VALUE if may_hold_nan(node) else ()) + (AS_KEY if keys else ())


def _model_content(type_: Any, node: Node, model: Node, nan: NaN) -> Content:
    """Content of a pydantic model, or of a list of them, which pydantic narrows by itself."""
    many, cls, declared = model is not node, model.origin, node.type_
    accept = _models(cls) if many else _instance_of(models_of(cls), cls)
    if nan == "error" and not pydantic_json.may_hold_nan(declared):
        by_pydantic, keywords = pydantic_json.plain_serializer(declared).to_json, "by_alias=True"
        fallback: Encode = functools.partial(by_pydantic, by_alias=True)
    else:
        by_pydantic = fallback = pydantic_json.encoder(declared, nan, nan_refused)
        keywords = ""
    # The plain encoder looks at the class of each model in any case: one look is enough.
    plain = plain_encoder(cls, many=many, fallback=lambda content: fallback(accept(content)))
    if plain is None:
        return Content(type_, cls, accept, by_pydantic, many, keywords=keywords)
    return Content(type_, cls, accept, plain, many, judges=True)


def _instance_of(classes: tuple[type, ...], declared: Any) -> Callable[[Any], Any]:
    def accept(content: Any) -> Any:
        if isinstance(content, classes):
            return content
        raise wrong_type(content, declared.__qualname__)

    return accept


def _models(item: Any) -> Callable[[Any], Any]:
    classes, exact = models_of(item), {item}

    def accept(content: Any) -> Any:
        if type(content) is not list:
            raise wrong_type(content, f"list[{item.__qualname__}]")
        if set(map(type, content)) <= exact:
            return content
        for member in content:
            if not isinstance(member, classes):
                raise wrong_type(member, item.__qualname__, inside=True)
        return content

    return accept


def _narrowing(node: Node) -> Callable[[Any], Any]:
    """Content that is not exactly as declared, less what is not; refused where it is something else."""

    def accept(content: Any) -> Any:
        try:
            return narrow(node, content)
        except MisfitError as error:
            raise wrong_type(error.value, error.expected, inside=error.value is not content) from None
        except RecursionError as error:
            raise unencodable(error, content) from None

    return accept


def _exact_or_narrowed(type_: Any, node: Node) -> Callable[[Any], Any]:
    exact, narrowed, of_kind = exactness(node), _narrowing(node), _any_of(type_)

    def accept(content: Any) -> Any:
        return content if exact(content) else narrowed(of_kind(content))

    return accept


def _checked(type_: Any, node: Node) -> Callable[[Any], Any]:
    """Content as it is, where it is of the declared type; the encoder itself leaves out what is not declared."""
    of_kind, narrowed = _any_of(type_), _narrowing(node)

    def accept(content: Any) -> Any:
        narrowed(of_kind(content))
        return content

    return accept


def _any_of(type_: Any) -> Callable[[Any], Any]:
    """Content of a type without one class: of which kinds it may be is all that is looked at."""
    kinds = _classes(type_)
    if kinds is None:
        return lambda content: content

    def accept(content: Any) -> Any:
        if isinstance(content, kinds):
            return content
        raise wrong_type(content, str(getattr(type_, "__name__", type_)))

    return accept


def _classes(declared: Any) -> tuple[type, ...] | None:
    """The classes whose instances a type admits at its outermost level; None where it admits anything."""
    type_ = bare(declared, {})
    origin = get_origin(type_)
    if origin in (typing.Union, types.UnionType):
        members = [_classes(argument) for argument in get_args(type_)]
        return None if None in members else tuple(kind for kinds in members for kind in kinds or ())
    class_: Any = origin or type_
    if not isinstance(class_, type) or class_ in (object, Any) or getattr(class_, "_is_protocol", False):
        return None
    if is_typed_dict(class_):
        return (dict,)
    if is_model(class_):
        return models_of(type_ if isinstance(type_, type) else class_)
    return (class_, int) if class_ is float else (class_,)

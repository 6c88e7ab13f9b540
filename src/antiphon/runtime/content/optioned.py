"""JSON content under the options of its declaration: which members, which names, which order, types of one's own."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable
from typing import Any

import msgspec

from antiphon.errors import ParamError
from antiphon.runtime.content import pydantic_json
from antiphon.runtime.content.declared import Node
from antiphon.runtime.content.nan import AS_KEY, nan_check
from antiphon.runtime.content.narrowed import AsDeclared
from antiphon.runtime.content.null_keys import with_null_keys
from antiphon.runtime.content.options import JSONOptions
from antiphon.runtime.content.own_forms import PYDANTIC_DATACLASSES, own_forms
from antiphon.runtime.content.refused import ENCODE_ERRORS, nan_refused, unencodable
from antiphon.runtime.content.selected import Selection
from antiphon.runtime.content.type_parts import is_model
from antiphon.runtime.content.unknown import Encode, NaN, without_models


def optioned_encoder(node: Node, nan: NaN, options: JSONOptions) -> Encode:
    """A function that writes content of a declared type; the content is taken as checked.

    What pydantic describes is written by its serializers, given the same options. Raises ParamError for content that
    has no JSON form, with the words of `options.encode` where that says so by a TypeError or a ValueError.
    """
    write = Selection(options).write
    octets_of = msgspec.json.Encoder(
        enc_hook=_hook(nan, options), order="sorted" if options.key_order == "sorted" else None
    ).encode
    check_nan = nan_check(_known(options), nan_refused)

    def encode(content: Any) -> bytes:
        try:
            left = write(node, content)
            if PYDANTIC_DATACLASSES in sys.modules:
                left = own_forms(left)
            octets = octets_of(left)
            if nan == "null":
                return octets_of(with_null_keys(left)) if any(octets.find(sign) >= 0 for sign in AS_KEY) else octets
            if octets.find(b"null") >= 0 or any(octets.find(sign) >= 0 for sign in AS_KEY):
                check_nan(left)
        except ENCODE_ERRORS as error:
            raise unencodable(error, content) from None
        return octets

    return encode


def _hook(nan: NaN, options: JSONOptions) -> Callable[[Any], Any]:
    known = _known(options)
    keywords = options.of_pydantic()

    @functools.lru_cache(maxsize=1024)
    def model_octets(model: Any) -> Encode:
        return pydantic_json.encoder(model, nan, nan_refused, **keywords)

    def write_unknown(value: Any) -> Any:
        declared = type(value) is AsDeclared
        class_: Any = value.model if declared else type(value)
        if not declared and not is_model(class_):
            return known(value)
        octets = model_octets(class_)(value.value if declared else value)
        return msgspec.json.decode(octets) if options.key_order == "sorted" else msgspec.Raw(octets)

    return write_unknown


def _known(options: JSONOptions) -> Callable[[Any], Any]:
    """A value that msgspec does not know, as one that it does; by the user's function where nobody else knows it."""

    def known(value: Any) -> Any:
        if options.encode is None:
            return without_models(value)
        try:
            return without_models(value)
        except ParamError:
            return options.encode(value)

    return known

"""Items as JSON texts, one after another: JSON Lines, NDJSON, and JSON text sequences (RFC 7464)."""

from __future__ import annotations

import datetime as dt
import decimal
import functools
import uuid
from collections.abc import AsyncIterator, Callable
from typing import Any, Literal, TypeAlias, Union

from antiphon.runtime.content.declared import graph
from antiphon.runtime.content.json import content_of
from antiphon.runtime.content.options import AS_DECLARED, JSONOptions
from antiphon.runtime.content.unknown import NaN
from antiphon.runtime.content.validation import Validate
from antiphon.runtime.content_encoder import content_encoder
from antiphon.runtime.plan import Content
from antiphon.runtime.transmit.batches import Batches, Frame
from antiphon.runtime.transmit.items import check_iterable, opened
from antiphon.runtime.transmit.pieces import Items
from antiphon.runtime.transmit.transmit import transmit

Framing: TypeAlias = Union[Literal["jsonl"], Literal["ndjson"], Literal["json-seq"]]

#: The octets around each text.
_FRAMES: dict[str, Frame] = {
    "jsonl": Frame(b"", b"\n"),
    "ndjson": Frame(b"", b"\n"),
    "json-seq": Frame(b"\x1e", b"\n"),
}


def lines_content(
    type_: Any,
    *,
    framing: Framing = "jsonl",
    nan: NaN = "error",
    validate: Validate = "never",
    options: JSONOptions = AS_DECLARED,
    flush_octets: int = 16_384,
    flush_seconds: float = 0.1,
    on_error: Callable[[Exception], Any] | None = None,
    error_type: Any = None,
) -> Content:
    """How an iterable of items of a type is sent. Raises TypeError where `validate` asks for what cannot be checked.

    `on_error` makes an item of `error_type` of what the iterable raises after its first item.
    """
    encode, frame = line_encoder(type_, nan, validate, options), _FRAMES[framing]
    name = getattr(type_, "__qualname__", None) or str(type_)

    def batches(content: Any) -> AsyncIterator[bytes]:
        return Batches(opened(content), encode, frame, flush_octets, flush_seconds)

    last_words = None
    if on_error is not None:
        last_words = functools.partial(_last_line, on_error, line_encoder(error_type, nan, validate, options), frame)
    sent = functools.partial(transmit, pieces=batches, last_words=last_words)
    annotation: Any = Items
    return Content(annotation[type_], None, functools.partial(check_iterable, of=name), None, transmit=sent)


def line_encoder(
    type_: Any, nan: NaN, validate: Validate, options: JSONOptions = AS_DECLARED
) -> Callable[[Any], bytes]:
    """A function from an item to its JSON on one line.

    It raises ParamError for an item of another type, or without JSON form.
    """
    encode = content_encoder(content_of(type_, nan=nan, validate=validate, options=options))
    if options.encode is None and all(
        node.kind in _WRITTEN or node.type_ in _WRITTEN_TYPES for node in graph(type_).all()
    ):
        return encode

    def on_one_line(item: Any) -> bytes:
        octets = encode(item)
        if octets.find(b"\n") >= 0 or octets.find(b"\r") >= 0:  # white space of JSON that was given as it is
            octets = octets.replace(b"\n", b" ").replace(b"\r", b" ")
        return octets

    return on_one_line


#: The kinds of types whose JSON is written by an encoder, and so without white space: all but `msgspec.Raw`, and what
#: may hold one.
_WRITTEN = frozenset(("record", "typed dict", "model", "array", "tuple", "mapping", "union", "described"))
_WRITTEN_TYPES = (str, int, float, bool, type(None), bytes, dt.datetime, dt.date, decimal.Decimal, uuid.UUID)


def _last_line(
    make: Callable[[Exception], Any], encode: Callable[[Any], bytes], frame: Frame, error: Exception
) -> bytes | None:
    """The line of the item that is made of an error; None where None is made."""
    item = make(error)
    return None if item is None else frame.around([encode(item)])

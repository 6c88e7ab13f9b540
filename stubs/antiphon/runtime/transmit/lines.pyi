# Written by `nox -s generate` from src; do not edit.
"""Items as JSON texts, one after another: JSON Lines, NDJSON, and JSON text sequences (RFC 7464)."""

from collections.abc import Callable
from typing import Any, Literal, TypeAlias, Union

from antiphon.runtime.content.options import AS_DECLARED, JSONOptions
from antiphon.runtime.content.unknown import NaN
from antiphon.runtime.content.validation import Validate
from antiphon.runtime.plan import Content

Framing: TypeAlias = Union[Literal["jsonl"], Literal["ndjson"], Literal["json-seq"]]

def lines_content(
    type_: Any,
    *,
    framing: Framing = "jsonl",
    nan: NaN = "error",
    validate: Validate = "never",
    options: JSONOptions = AS_DECLARED,
    flush_octets: int = 16384,
    flush_seconds: float = 0.1,
    on_error: Callable[[Exception], Any] | None = None,
    error_type: Any = None,
) -> Content:
    """How an iterable of items of a type is sent. Raises TypeError where `validate` asks for what cannot be checked.

    `on_error` makes an item of `error_type` of what the iterable raises after its first item.
    """

def line_encoder(
    type_: Any, nan: NaN, validate: Validate, options: JSONOptions = AS_DECLARED
) -> Callable[[Any], bytes]:
    """A function from an item to its JSON on one line.

    It raises ParamError for an item of another type, or without JSON form.
    """

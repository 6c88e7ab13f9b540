"""Typed values as JSON in cookies."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from antiphon.diagnostics.call_site import caller
from antiphon.errors import ParamError
from antiphon.runtime.content.json import encode
from antiphon.runtime.cookie_codecs.codec import CookieCodec
from antiphon.runtime.cookie_codecs.text import TEXT_CODECS, CookieText

if TYPE_CHECKING:
    from typing_extensions import TypeForm

T = TypeVar("T")


class JSONCookie(CookieCodec[T]):
    """JSON of one type, as base64url or percent-encoded: `prefs = JSONCookie(Prefs)`.

    The type is one that msgspec reads (a Struct, a dataclass, a TypedDict, `dict[str, int]`, ...), with pydantic models
    in it. What is written is what the type reads, so members that it does not declare are left out, and a value
    that it would not read back is refused with ParamError. Raises TypeError for a type that msgspec cannot read, and
    ValueError for another `encode`.
    """

    def __init__(self, type_: TypeForm[T], *, encode: CookieText = "base64url") -> None:
        self._declared(caller())
        if not isinstance(encode, str) or encode not in TEXT_CODECS:
            raise ValueError(f"encode is {encode!r}, which is none of {', '.join(map(repr, TEXT_CODECS))}")
        self._text = TEXT_CODECS[encode]
        self._read = json_reader(type_)

    def __call__(self, value: T) -> str:
        return self._text(json_text(value, self._read))

    def decode(self, text: str) -> T:
        made: T = read_json(self._text.decode(text), self._read)
        return made


def json_reader(type_: Any) -> Callable[[bytes], Any]:
    """The reader of a type. Raises TypeError for a type that has none."""
    try:
        return msgspec.json.Decoder(type_, dec_hook=_model).decode
    except (TypeError, ValueError, NameError, RuntimeError) as error:
        raise TypeError(f"no cookie can be read back as {type_!r}: {error}") from None


def _model(type_: Any, value: object) -> Any:
    """A pydantic model from its JSON."""
    read = getattr(type_, "model_validate_json", None)
    if read is None:
        msg = f"{type_.__qualname__} is not read from JSON"
        raise ValueError(msg)
    return read(msgspec.json.encode(value))


def json_text(value: object, read: Callable[[bytes], Any]) -> str:
    """The JSON of a value as its type reads it. Raises ValueError for one that it does not read."""
    try:
        return encode(read(encode(value))).decode()
    except (ParamError, ValueError):
        msg = f"is {type(value).__qualname__}, and what it holds is not of the declared type"
        raise ValueError(msg) from None


def read_json(text: str, read: Callable[[bytes], Any]) -> Any:
    """The value of a JSON text. Raises ValueError for text that is not of the type."""
    try:
        return read(text.encode())
    except ValueError:  # also msgspec's and pydantic's, whose messages may show the text
        raise ValueError("is not JSON of the declared type") from None

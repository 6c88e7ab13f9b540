# Written by `nox -s generate` from src; do not edit.
"""Typed values as JSON in cookies."""

from collections.abc import Callable
from typing import Any, TypeVar

from typing_extensions import TypeForm

from antiphon.runtime.cookie_codecs.codec import CookieCodec
from antiphon.runtime.cookie_codecs.text import CookieText

T = TypeVar("T")

class JSONCookie(CookieCodec[T]):
    """JSON of one type, as base64url or percent-encoded: `prefs = JSONCookie(Prefs)`.

    The type is one that msgspec reads (a Struct, a dataclass, a TypedDict, `dict[str, int]`, ...), with pydantic models
    in it. What is written is what the type reads, so members that it does not declare are left out, and a value
    that it would not read back is refused with ParamError. Raises TypeError for a type that msgspec cannot read, and
    ValueError for another `encode`.
    """

    def __init__(self, type_: TypeForm[T], *, encode: CookieText = "base64url") -> None: ...
    def __call__(self, value: T) -> str: ...
    def decode(self, text: str) -> T: ...

def json_reader(type_: Any) -> Callable[[bytes], Any]:
    """The reader of a type. Raises TypeError for a type that has none."""

def json_text(value: object, read: Callable[[bytes], Any]) -> str:
    """The JSON of a value as its type reads it. Raises ValueError for one that it does not read."""

def read_json(text: str, read: Callable[[bytes], Any]) -> Any:
    """The value of a JSON text. Raises ValueError for text that is not of the type."""

# Written by `nox -s generate` from src; do not edit.
"""Signed cookies: a client can read them, and cannot change them. Needs itsdangerous."""

from collections.abc import Sequence
from datetime import timedelta
from typing import ClassVar, TypeVar

from typing_extensions import TypeForm

from antiphon.runtime.cookie_codecs.codec import CookieCodec

T = TypeVar("T")

class SignedCookie(CookieCodec[T]):
    """JSON of one type with the moment and an HMAC-SHA-256, by itsdangerous: `pip install 'antiphon[signed]'`.

    `key` signs; `old_keys` are accepted besides, so that a key can be replaced without signing everybody out. A text is
    good for `max_age` (an int is seconds) from its signing, whatever the browser's own Max-Age is. `purpose` keeps the
    texts of two kinds of cookie apart: what was signed for one does not open another.

    The value is signed and not encrypted: whoever holds the cookie can read it. Raises ValueError for a key of fewer
    than 16 octets and an empty purpose, TypeError for an argument of another type, ModuleNotFoundError without
    itsdangerous, and as JSONCookie does.
    """

    is_signed: ClassVar[bool]

    def __init__(
        self,
        type_: TypeForm[T],
        *,
        key: str | bytes,
        purpose: str,
        max_age: timedelta | int,
        old_keys: Sequence[str | bytes] = (),
    ) -> None: ...
    def __call__(self, value: T) -> str: ...
    def decode(self, text: str) -> T: ...

"""Signed cookies: a client can read them, and cannot change them. Needs itsdangerous."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, ClassVar, TypeVar

from antiphon.diagnostics.call_site import caller
from antiphon.diagnostics.missing_extra import missing_extra
from antiphon.diagnostics.pages import guide_url, page_note
from antiphon.runtime.cookie_codecs.codec import CookieCodec
from antiphon.runtime.cookie_codecs.json import json_reader, json_text, read_json
from antiphon.runtime.cookie_codecs.text import base64url

if TYPE_CHECKING:
    from typing_extensions import TypeForm

T = TypeVar("T")

#: Fewer octets than this are guessed: half of what the hash has (RFC 2104 section 3).
_SHORTEST_KEY = 16
_PAGE = guide_url("sign-users-in-with-signed-cookies")


class SignedCookie(CookieCodec[T]):
    """JSON of one type with the moment and an HMAC-SHA-256, by itsdangerous: `pip install 'antiphon[signed]'`.

    `key` signs; `old_keys` are accepted besides, so that a key can be replaced without signing everybody out. A text is
    good for `max_age` (an int is seconds) from its signing, whatever the browser's own Max-Age is. `purpose` keeps the
    texts of two kinds of cookie apart: what was signed for one does not open another.

    The value is signed and not encrypted: whoever holds the cookie can read it. Raises ValueError for a key of fewer
    than 16 octets and an empty purpose, TypeError for an argument of another type, ModuleNotFoundError without
    itsdangerous, and as JSONCookie does.
    """

    is_signed: ClassVar[bool] = True

    def __init__(
        self,
        type_: TypeForm[T],
        *,
        key: str | bytes,
        purpose: str,
        max_age: timedelta | int,
        old_keys: Sequence[str | bytes] = (),
    ) -> None:
        try:
            from itsdangerous import TimestampSigner
        except ModuleNotFoundError:
            raise missing_extra("SignedCookie", "itsdangerous", "signed", module="itsdangerous", page=_PAGE) from None
        self._declared(caller())
        if isinstance(old_keys, str | bytes):
            raise TypeError("old_keys is one key, where a list of keys is needed")
        if not isinstance(old_keys, Sequence):
            raise TypeError(f"old_keys is {type(old_keys).__qualname__}, where a list of keys is needed")
        keys = [_octets(one) for one in (*old_keys, key)]
        self._max_age = _seconds(max_age)
        if not isinstance(purpose, str):
            raise TypeError(f"purpose is {type(purpose).__qualname__}, where str is needed")
        if self._max_age <= 0 or not purpose:
            error = ValueError("a signed cookie has a purpose, and a max_age of more than 0 seconds")
            error.add_note(page_note(_PAGE))
            raise error
        self._read = json_reader(type_)
        salt = purpose.encode(errors="surrogatepass")
        self._signer = TimestampSigner(keys, salt=salt, key_derivation="hmac", digest_method=hashlib.sha256)

    def __call__(self, value: T) -> str:
        return self._signer.sign(base64url(json_text(value, self._read))).decode("ascii")

    def decode(self, text: str) -> T:
        from itsdangerous import BadData, SignatureExpired

        try:
            signed = self._signer.unsign(text.encode("ascii"), max_age=self._max_age).decode("ascii")
        except SignatureExpired:
            raise ValueError("was signed too long ago") from None
        except (BadData, UnicodeError):
            raise ValueError("has no signature by any of the keys") from None
        made: T = read_json(base64url.decode(signed), self._read)
        return made


def _seconds(given: object) -> int:
    if isinstance(given, timedelta):
        return int(given.total_seconds())
    if not isinstance(given, int) or isinstance(given, bool):
        raise TypeError(f"max_age is {type(given).__qualname__}, where seconds or a timedelta are needed")
    return given


def _octets(key: str | bytes) -> bytes:
    if not isinstance(key, (str, bytes)):
        msg = f"a key is {type(key).__qualname__}, where str or bytes is needed"
        raise TypeError(msg)
    octets = key.encode(errors="surrogatepass") if isinstance(key, str) else key
    if len(octets) < _SHORTEST_KEY:
        msg = f"a key has {len(octets)} octets, and {_SHORTEST_KEY} are the fewest: secrets.token_urlsafe(32) makes one"
        error = ValueError(msg)
        error.add_note(page_note(_PAGE))
        raise error
    return octets

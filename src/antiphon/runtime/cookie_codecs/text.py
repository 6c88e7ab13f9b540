"""Text of any characters in cookies: percent-encoded, or as base64url. Both are UTF-8."""

from __future__ import annotations

import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final, Literal, TypeAlias, Union
from urllib.parse import quote, unquote_to_bytes

from antiphon.http.grammar import COOKIE_OCTET
from antiphon.runtime.cookie_codecs.codec import CookieCodec

#: The names of the two, for `cookie(encode=...)`.
CookieText: TypeAlias = Union[Literal["percent"], Literal["base64url"]]

_PERCENT = re.compile(rf"(?:%[0-9A-Fa-f]{{2}}|(?!%){COOKIE_OCTET})*")
_BASE64URL = re.compile(r"[A-Za-z0-9_-]*")


class TextCodec(CookieCodec[str]):
    """One way to write any text but lone surrogates, which have no UTF-8 form."""

    def __init__(self, name: CookieText, write: Callable[[bytes], str], read: Callable[[str], bytes]) -> None:
        self.__qualname__: str = name
        self._write, self._read = write, read

    def __call__(self, value: str) -> str:
        if not isinstance(value, str):
            msg = f"is {type(value).__qualname__} where str is declared"
            raise ValueError(msg)  # noqa: TRY004 - as for any value that cannot be written
        try:
            octets = value.encode()
        except UnicodeEncodeError:
            raise ValueError("holds a lone surrogate, which has no UTF-8 form") from None
        return self._write(octets)

    def decode(self, text: str) -> str:
        try:
            return self._read(text).decode()
        except UnicodeDecodeError:
            raise ValueError("is not UTF-8") from None


def _unquoted(text: str) -> bytes:
    if not _PERCENT.fullmatch(text):
        raise ValueError("is not percent-encoded")
    return unquote_to_bytes(text)


def _base64url(octets: bytes) -> str:
    return urlsafe_b64encode(octets).rstrip(b"=").decode("ascii")


def _octets(text: str) -> bytes:
    if not _BASE64URL.fullmatch(text) or len(text) % 4 == 1:
        raise ValueError("is not base64url")
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))


#: As `encodeURIComponent` of a script writes it, and `decodeURIComponent` reads it; parentheses are encoded as well,
#: since `http.cookies`, and so Starlette's `set_cookie`, puts a value with them into quotes.
percent: Final[TextCodec] = TextCodec("percent", lambda octets: quote(octets, safe="!~*'"), _unquoted)
#: Four characters for three octets (RFC 4648 section 5), without padding.
base64url: Final[TextCodec] = TextCodec("base64url", _base64url, _octets)

TEXT_CODECS: Final[Mapping[str, TextCodec]] = MappingProxyType({"base64url": base64url, "percent": percent})

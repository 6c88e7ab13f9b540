# Written by `nox -s generate` from src; do not edit.
"""Text of any characters in cookies: percent-encoded, or as base64url. Both are UTF-8."""

from collections.abc import Callable, Mapping
from typing import Final, Literal, TypeAlias, Union

from antiphon.runtime.cookie_codecs.codec import CookieCodec

CookieText: TypeAlias = Union[Literal["percent"], Literal["base64url"]]

class TextCodec(CookieCodec[str]):
    """One way to write any text but lone surrogates, which have no UTF-8 form."""

    __qualname__: str

    def __init__(self, name: CookieText, write: Callable[[bytes], str], read: Callable[[str], bytes]) -> None: ...
    def __call__(self, value: str) -> str: ...
    def decode(self, text: str) -> str: ...

percent: Final[TextCodec]
base64url: Final[TextCodec]
TEXT_CODECS: Final[Mapping[str, TextCodec]]

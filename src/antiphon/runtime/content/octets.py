"""Octets as they are."""

from __future__ import annotations

from typing import Any, TypeAlias

from antiphon.errors import ParamError
from antiphon.runtime.content.not_content import is_response, response_given
from antiphon.runtime.plan import Content, Recipe

#: The types in which octets are given.
Octets: TypeAlias = bytes | bytearray | memoryview


def _accept(content: Any) -> bytes:
    if isinstance(content, bytes | bytearray | memoryview):
        return bytes(content)
    if is_response(content):
        raise response_given(content)
    raise ParamError(
        "content",
        f"is {type(content).__qualname__} where bytes are declared",
        help="give bytes, bytearray or memoryview",
        cite="the response's own declaration",
    )


OCTETS: Content = Content(Octets, bytes, _accept, None, carried=bytes)
OCTETS_RECIPE: Recipe = Recipe(__name__, "OCTETS")

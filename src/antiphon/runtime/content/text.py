"""Text as octets."""

from __future__ import annotations

from typing import Any

from antiphon.errors import ParamError
from antiphon.runtime.content.not_content import is_response, response_given
from antiphon.runtime.plan import Content, Recipe


def _accept(content: Any) -> str:
    if isinstance(content, str):
        return content
    if is_response(content):
        raise response_given(content)
    raise ParamError(
        "content",
        f"is {type(content).__qualname__} where str is declared",
        help="give the text as str",
        cite="the response's own declaration",
    )


#: UTF-8 text. Of a subclass of str, such as Markup or a StrEnum's member, it is the text that it holds, whatever its
#: own methods say. `str.encode` refuses lone surrogates, which the compiled function reports as a ParamError.
UTF_8: Content = Content(str, str, _accept, str.encode)
UTF_8_RECIPE: Recipe = Recipe(__name__, "UTF_8")

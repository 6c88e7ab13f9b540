"""The drop-in classes by the extension, where it is there: see `antiphon.native`."""

from __future__ import annotations

from typing import Any, Literal

from antiphon.drop_in.headers import PLAIN_NAMES, content_type
from antiphon.json_content import encode_any, refuse_nan
from antiphon.native import tell

# The order in which src/native/drop_in.c counts.
_KINDS = ("text", "json", "redirect")


def quicken(response: Any, kind: Literal["text", "json", "redirect"]) -> None:
    """Give a class the extension's constructor, for arguments without a surprise, and its way to be sent.

    Classes that derive from it, and the class itself once something in it is changed, are made and sent by Python.
    """
    line = None if response.media_type is None else content_type(response.media_type, response.charset)
    tell("adopt_drop_in_class", response, _KINDS.index(kind), line, encode_any, refuse_nan, PLAIN_NAMES)

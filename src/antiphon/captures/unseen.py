"""Drop the findings about parts of a response that the input does not show."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator

from antiphon.captures.exchange import Exchange, Unseen
from antiphon.diagnostics.diagnostic import Diagnostic

#: The codes, or beginnings of codes, that each unseen part makes worthless.
_ABOUT: dict[Unseen, tuple[str, ...]] = {
    "location": ("ST015",),
    # Browsers show the stored response that a 304 refers to: its content, and its fields merged in.
    "own fields of a 304": ("CT", "FL", "CC019", "ST004", "ST005", "ST021"),
}
#: Without fields, nothing but the status of a response can be judged.
_OF_THE_STATUS = "ST001"
#: How ST021 ends where the content has another length.
_SENT = "octets are sent"


def without_unseen(found: Iterable[Diagnostic], exchange: Exchange) -> Iterator[Diagnostic]:
    """The findings that the input bears out.

    A browser may record none of the content. Of content that an editor or a version control system may have
    changed, a wrong length is advice. Some tools join the lines of a field.
    """
    codes = tuple(code for part in exchange.unseen for code in _ABOUT.get(part, ()))
    for one in found:
        if one.code.startswith(codes) or ("fields" in exchange.unseen and one.code != _OF_THE_STATUS):
            continue
        of_length = one.code == "ST021" and one.message.endswith(_SENT)
        if of_length and "length" in exchange.unseen:
            continue
        if of_length and "octets" in exchange.unseen:
            yield dataclasses.replace(one, level="info", message=f"{one.message}, or the file was edited")
        elif "lines" in exchange.unseen and one.code == "CK082":
            message = f"{one.message}, or the tool joined them that wrote the file"
            yield dataclasses.replace(one, level="warning", message=message)
        else:
            yield one

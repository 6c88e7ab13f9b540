"""HTML made of elements. Text is escaped where it enters, so what a project says never becomes markup."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from typing import TypeAlias

#: Elements without content and end tag (HTML section 13.1.2).
_VOID = frozenset({"br", "input", "link", "meta"})
_NO_ATTRIBUTES: Mapping[str, str | bool] = {}


class Markup(str):
    """HTML that `element` made. Nothing else makes one of text that is not its own."""

    __slots__ = ()


#: The content of an element: markup, text, or several; None is nothing.
Child: TypeAlias = "str | Sequence[Child] | None"


def element(name: str, attributes: Mapping[str, str | bool] = _NO_ATTRIBUTES, *children: Child) -> Markup:
    """An element. An attribute that is True has no value, one that is False or an empty text is left out."""
    written = "".join(
        f" {key}" if value is True else f' {key}="{_escaped(str(value))}"' for key, value in attributes.items() if value
    )
    if name in _VOID:
        return Markup(f"<{name}{written}>")
    return Markup(f"<{name}{written}>{joined(*children)}</{name}>")


def joined(*children: Child) -> Markup:
    """Several children one after another."""
    return Markup("".join(map(_written, children)))


def prose(text: str) -> list[Child]:
    """A sentence of antiphon's own: what is between backticks is code."""
    parts = text.split("`")
    if len(parts) % 2 == 0:  # one of them opens nothing
        return [text]
    return [element("code", {}, part) if number % 2 else part for number, part in enumerate(parts)]


def raw(name: str, attributes: Mapping[str, str | bool], text: str) -> Markup:
    """A `style` or `script` element, whose text is taken as it is: it is a file of this package."""
    if "</" in text or "<!--" in text:
        raise ValueError(f"the text would end the {name} element")
    return Markup(element(name, attributes).replace("></", f">{text}</"))


def _written(child: Child) -> str:
    if child is None:
        return ""
    if isinstance(child, str):
        return child if isinstance(child, Markup) else _escaped(child)
    return joined(*child)


def _escaped(text: str) -> str:
    """Text without markup. Controls that HTML has no way to write are shown as their pictures."""
    return html.escape(text).translate(_PICTURES)


#: Section 13.2.2 of HTML: other controls are parse errors; U+2400 and on are their pictures. A bidi control could show
#: a line in another order than it is sent in, so it is named.
_BIDI = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_PICTURES: Mapping[int, str] = {
    **{code: chr(0x2400 + code) for code in range(32) if code not in (9, 10)},
    0x7F: "\u2421",
    **dict.fromkeys((*range(0x80, 0xA0), *range(0xD800, 0xE000)), "\ufffd"),
    **{code: f"[U+{code:04X}]" for code in _BIDI},
}

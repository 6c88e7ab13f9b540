"""URI templates (RFC 6570 level 1) whose placeholders cannot change where a reference leads.

A placeholder fills one whole segment of the path or one whole value of the query, percent-encoded, so that the
value stays inside its place: no slash, question mark, hash, colon or dot segment of a value is ever read as one.
"""

from __future__ import annotations

from typing import Literal, NamedTuple
from urllib.parse import quote

from antiphon.http.expression import expression
from antiphon.http.grammar import RELATIVE_REFERENCE, URI

#: RFC 6570 section 2.3: varname, without percent-escapes.
_NAME = expression(r"[A-Za-z0-9_]+(?:\.[A-Za-z0-9_]+)*")
_EXPRESSION = expression(r"\{([^{}]*)\}")
#: Replaces each placeholder of a template to check the text around it.
_MARK = "x"

Where = Literal["segment"] | Literal["query"] | Literal["quoted"] | Literal["opaque"] | Literal["nonce"]

#: The values allowed in a placeholder outside a URI, by place: the pattern, and the words for what it refuses.
_CONFINED = {
    "quoted": (
        expression(r"[\x20\x21\x23-\x5B\x5D-\x7E]*"),
        "a quote, a backslash, or what is not printable ASCII",
    ),
    "opaque": (
        expression(r"[\x21\x23-\x7E]+"),
        "a space, a quote, or what is not printable ASCII; or is empty",
    ),
    "nonce": (expression(r"[A-Za-z0-9+/_\-]+={0,2}"), "something that is not base64, or is empty"),
}


class TemplateError(ValueError):
    """The text is not a template, or has a placeholder at a place where none is allowed. One sentence says why."""


class Placeholder(NamedTuple):
    """One placeholder: its name, and the place that it fills, such as a segment of the path or a value of the query."""

    name: str
    where: Where


class UriTemplate(NamedTuple):
    """A template taken apart: the literal texts, and the placeholders between them."""

    literals: tuple[str, ...]
    placeholders: tuple[Placeholder, ...]


def is_template(text: object) -> bool:
    """Whether a text is meant as a template: no URI-reference holds a brace (RFC 3986 section 2)."""
    return isinstance(text, str) and ("{" in text or "}" in text)


def read_template(text: str) -> UriTemplate:
    """Take a template apart. Raises TemplateError, which says what is wrong."""
    parts = _EXPRESSION.split(text)
    literals, names = tuple(parts[::2]), parts[1::2]
    if any(is_template(literal) for literal in literals):
        raise TemplateError(f"the template {text!r} has a brace without its counterpart")
    for name in names:
        if not _NAME.fullmatch(name):
            raise TemplateError(f"the template {text!r} has the placeholder {{{name}}}, which is not a simple name")
        if names.count(name) > 1:
            raise TemplateError(f"the template {text!r} has the placeholder {{{name}}} more than once")
    filled = _MARK.join(literals)
    if not (RELATIVE_REFERENCE.fullmatch(filled) or URI.fullmatch(filled)):
        raise TemplateError(f"the template {text!r} does not make a URI-reference")
    path = _path_of(text, filled)
    at, placeholders = 0, []
    for name, literal in zip(names, literals, strict=False):
        at += len(literal)
        placeholders.append(Placeholder(name, _where(name, filled, at, path)))
        at += len(_MARK)
    return UriTemplate(literals, tuple(placeholders))


def _path_of(text: str, filled: str) -> int:
    """The index at which the path of a reference begins, behind its scheme and its host."""
    match = URI.fullmatch(filled)
    begin = len(match["scheme"]) + 1 if match else 0
    if not filled.startswith("//", begin):
        if match:
            raise TemplateError(f"the template {text!r} has a scheme and no host")
        return begin
    ends = (filled.find(mark, begin + 2) for mark in "/?#")
    return min((end for end in ends if end >= 0), default=len(filled))


def _where(name: str, filled: str, at: int, path: int) -> Where:
    """The kind of place that the placeholder at an index fills."""
    before, after = filled[:at], filled[at + len(_MARK) : at + len(_MARK) + 1]
    if at < path:
        raise TemplateError(f"the placeholder {{{name}}} is where the reference names its scheme or its host")
    if "#" in before:
        raise TemplateError(f"the placeholder {{{name}}} is in the fragment, not in the path or the query")
    if "?" in before:
        if before[-1] != "=" or after not in ("", "&", "#"):
            raise TemplateError(f"the placeholder {{{name}}} is not the whole value of a parameter of the query")
        return "query"
    if (at > 0 and before[-1] != "/") or after not in ("", "/", "?", "#"):
        raise TemplateError(f"the placeholder {{{name}}} is not a whole segment of the path")
    return "segment"


def expanded(text: str, where: Where) -> bytes:
    """Expand a placeholder's text: UTF-8, unreserved octets as they are, any other as `%XX` (RFC 6570 section 3.2.2).

    Raises TemplateError for text that has no UTF-8 form, and for a segment that is empty or would be a dot segment
    (RFC 3986 section 5.2.4).
    """
    if where in _CONFINED:
        pattern, words = _CONFINED[where]
        if not pattern.fullmatch(text):
            raise TemplateError(f"holds {words}")
        return text.encode("ascii")
    if where == "segment" and text in ("", ".", ".."):
        raise TemplateError(f"is {text!r}, which a segment of a path cannot be" if text else "is empty")
    try:
        return quote(text, safe="").encode("ascii")
    except UnicodeEncodeError:
        raise TemplateError("holds a lone surrogate, which has no UTF-8 form") from None

# Written by `nox -s generate` from src; do not edit.
"""URI templates (RFC 6570 level 1) whose placeholders cannot change where a reference leads.

A placeholder fills one whole segment of the path or one whole value of the query, percent-encoded, so that the
value stays inside its place: no slash, question mark, hash, colon or dot segment of a value is ever read as one.
"""

from typing import Literal, NamedTuple

Where = Literal["segment"] | Literal["query"] | Literal["quoted"] | Literal["opaque"] | Literal["nonce"]

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

def read_template(text: str) -> UriTemplate:
    """Take a template apart. Raises TemplateError, which says what is wrong."""

def expanded(text: str, where: Where) -> bytes:
    """Expand a placeholder's text: UTF-8, unreserved octets as they are, any other as `%XX` (RFC 6570 section 3.2.2).

    Raises TemplateError for text that has no UTF-8 form, and for a segment that is empty or would be a dot segment
    (RFC 3986 section 5.2.4).
    """

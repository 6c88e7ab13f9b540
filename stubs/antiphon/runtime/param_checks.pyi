# Written by `nox -s generate` from src; do not edit.
"""Checks of arguments: convert the value to text, then check that its field, cookie or template can carry it.

Each check comes with its second step alone, for a default that is known as text.
"""

from collections.abc import Callable, Iterable
from typing import Any

from antiphon.http.uri_template import Where
from antiphon.runtime.field_text import Way

Encode = Callable[[Any], str]
Text = Callable[[Any], str]
Checks = tuple[Callable[[Any], bytes], Callable[[str], bytes]]

def by_type(name: str, ways: Iterable[Way], field: Any = None) -> Text:
    """The text by the first way that accepts the value. A value of the field's own class needs none."""

def own(name: str, encode: Encode, field: Any = None) -> Text:
    """The text that the user's own function makes, read by the field where that has a class."""

def encoded(name: str, codec: Encode, text: Callable[[Any], Any] = lambda value: value) -> Text:
    """The text that a codec writes of a value, or of the value's own text. A codec's messages never hold the value."""

def field_check(name: str, filled: str, text: Text) -> Checks:
    """The checks of a param that fills a field."""

def in_utf_8(name: str, check: Callable[[Any], bytes]) -> Callable[[Any], bytes]:
    """The check of the media type of text that is sent in UTF-8: it is given that charset, and may name no other."""

def placeholder_check(name: str, text: Text, where: Where) -> Checks:
    """The checks of a param that fills a placeholder of a template."""

def cookie_check(name: str, cookie_name: str, text: Text) -> Checks:
    """The checks of a param that is the value of a cookie."""

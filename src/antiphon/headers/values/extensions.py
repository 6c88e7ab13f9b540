"""Further directives or parameters of a field, which its class does not know, as they are written."""

from __future__ import annotations

from collections.abc import Iterable

from antiphon.headers.field import FieldError


def extension_texts(field_name: str, extensions: Iterable[str]) -> tuple[str, ...]:
    """The texts in their order. Raises FieldError for one text alone, whose letters would be taken for several."""
    if isinstance(extensions, str) or not isinstance(extensions, Iterable):
        raise FieldError(f"{field_name}: extensions is {extensions!r}, which is not a tuple of texts")
    texts = tuple(extensions)
    for text in texts:
        if not isinstance(text, str):
            raise FieldError(f"{field_name}: {text!r} among the extensions is not text")
    return texts

"""Content-Type (RFC 9110 section 8.3): the media type of the content, where each call says it."""

from __future__ import annotations

from typing import ClassVar, Self

from antiphon.headers.field import FieldError
from antiphon.headers.values.text_field import TextField
from antiphon.http.parsing.charsets import REPLACEMENT, encoding_of
from antiphon.http.parsing.media_type import (
    BOUNDARY,
    UNKNOWN_TYPES,
    essence,
    is_active,
    is_json,
    media_type_fault,
    parameter_of,
)


class ContentType(TextField):
    """A media type, checked when it is made.

    `ContentType(text)` may come from a user: it takes no type in which browsers run scripts, which are HTML and all
    XML, SVG among it. `ContentType.active("text/html")` says that this is intended. A `text/*` type that names no
    charset is given `charset=utf-8` beside text, by `.text(media_type=None)` and TextReply.
    """

    __slots__ = ()
    field_name: ClassVar[str] = "Content-Type"
    examples: ClassVar[tuple[str, ...]] = ("image/png", "text/csv; charset=utf-8", "multipart/mixed; boundary=a")

    def __new__(cls, media_type: str) -> Self:
        """Raises FieldError for text that is not a media type, that browsers guess about, or that runs scripts."""
        made = cls.decode(media_type)
        if is_active(type_ := essence(media_type)):
            msg = f"Content-Type: {type_} runs scripts in the browser"
            raise FieldError(msg, help=f'ContentType.active("{type_}") says that this is intended')
        return made

    @classmethod
    def active(cls, media_type: str) -> Self:
        """Any media type, HTML and XML included: the content is the service's own, or made safe.

        Raises FieldError for text that is not a media type, or that browsers guess about.
        """
        return cls.decode(media_type)

    @classmethod
    def untrusted(cls, value: str) -> Self:
        """Read a param of type `str`: by the constructor itself, so that user input runs no script."""
        return cls(value)

    @classmethod
    def decode(cls, value: str) -> Self:
        """Any media type that clients take as it is. Raises FieldError for anything else."""
        if not isinstance(value, str):
            raise FieldError(f"Content-Type: {value!r} is not text")
        if not value.isascii():
            raise FieldError("Content-Type holds characters outside ASCII")
        if value != value.strip(" \t"):
            raise FieldError(f"Content-Type: {value!r} begins or ends with whitespace")
        if fault := media_type_fault(value) or _misread(value):
            raise FieldError(f"Content-Type: {value!r} {fault}")
        return str.__new__(cls, value)


def _misread(value: str) -> str:
    """Why clients misread content of that media type; empty where they do not."""
    type_, label = essence(value), parameter_of(value, "charset")
    encoding = None if label is None else encoding_of(label)
    if type_ in UNKNOWN_TYPES:
        return "says nothing, so browsers guess from the content"
    if label is not None and encoding in (None, REPLACEMENT):
        return "has a charset that browsers do not decode"
    if encoding not in (None, "utf-8") and (is_json(type_) or type_ == "text/event-stream"):
        return "has another charset than UTF-8, in which its content always is"
    if type_.startswith("multipart/") and not BOUNDARY.fullmatch(parameter_of(value, "boundary") or ""):
        return "has no boundary that recipients can look for"
    return ""

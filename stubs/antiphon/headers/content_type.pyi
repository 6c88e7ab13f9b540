# Written by `nox -s generate` from src; do not edit.
"""Content-Type (RFC 9110 section 8.3): the media type of the content, where each call says it."""

from typing import ClassVar, Self

from antiphon.headers.values.text_field import TextField

class ContentType(TextField):
    """A media type, checked when it is made.

    `ContentType(text)` may come from a user: it takes no type in which browsers run scripts, which are HTML and all
    XML, SVG among it. `ContentType.active("text/html")` says that this is intended. A `text/*` type that names no
    charset is given `charset=utf-8` beside text, by `.text(media_type=None)` and TextReply.
    """

    __slots__ = ()
    field_name: ClassVar[str]
    examples: ClassVar[tuple[str, ...]]

    def __new__(cls, media_type: str) -> Self:
        """Raises FieldError for text that is not a media type, that browsers guess about, or that runs scripts."""

    @classmethod
    def active(cls, media_type: str) -> Self:
        """Any media type, HTML and XML included: the content is the service's own, or made safe.

        Raises FieldError for text that is not a media type, or that browsers guess about.
        """

    @classmethod
    def untrusted(cls, value: str) -> Self:
        """Read a param of type `str`: by the constructor itself, so that user input runs no script."""

    @classmethod
    def decode(cls, value: str) -> Self:
        """Any media type that clients take as it is. Raises FieldError for anything else."""

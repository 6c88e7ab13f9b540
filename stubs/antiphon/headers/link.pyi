# Written by `nox -s generate` from src; do not edit.
"""Link (RFC 8288 section 3): a typed connection to another resource, which a browser may also fetch ahead."""

from typing import ClassVar, Literal, Self

from antiphon.headers.values.text_field import TextField

class Link(TextField):
    """One link: `Link("/style.css", rel="preload", as_="style")`. Where there are several, each is a line of its own.

    `rel` is one relation type or several with a space between them: registered words, or URIs. A title outside ASCII
    is sent as `title*`. Raises FieldError for a target that is not a URI-reference, for another relation
    type, for a preload without `as_`, and for a parameter that cannot be written.
    """

    __slots__ = ()
    field_name: ClassVar[str]
    examples: ClassVar[tuple[str, ...]]

    def __new__(
        cls,
        target: str,
        *,
        rel: str,
        anchor: str | None = None,
        title: str | None = None,
        media_type: str | None = None,
        hreflang: str | None = None,
        media: str | None = None,
        as_: str | None = None,
        crossorigin: Literal["anonymous", "use-credentials"] | None = None,
        fetchpriority: Literal["high", "low", "auto"] | None = None,
        **parameters: str,
    ) -> Self: ...
    @classmethod
    def decode(cls, value: str) -> Self:
        """One link or several, each of which clients follow and understand. Raises FieldError for anything else."""

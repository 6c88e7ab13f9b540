# Written by `nox -s generate` from src; do not edit.
"""ETag (RFC 9110 section 8.8.3): which version of the representation this is."""

from typing import ClassVar, Self

from antiphon.headers.values.text_field import TextField

class ETag(TextField):
    """An entity tag: `ETag("v7")` is `"v7"`, and `ETag("v7", weak=True)` is `W/"v7"`.

    A weak tag says that the representation is as good as another of the same tag, a strong one that it is the same
    octet for octet. Raises FieldError for a tag with whitespace, double quotes, controls or anything outside ASCII.
    """

    __slots__ = ()
    field_name: ClassVar[str]
    examples: ClassVar[tuple[str, ...]]

    def __new__(cls, tag: str, *, weak: bool = False) -> Self:
        """`tag` is written without its quotes, which are added."""

    @classmethod
    def of(cls, content: bytes | bytearray | memoryview | str, *, weak: bool = False) -> Self:
        """The tag of this content, text in UTF-8: the same for the same octets, and another for any other.

        It is strong unless `weak` says otherwise. `.from_content("etag")` gives each response this tag of its content.
        Raises FieldError for what has no octets.
        """

    @classmethod
    def decode(cls, value: str) -> Self:
        """The entity tag that a field value is. Raises FieldError unless it is quoted, after `W/` where it is weak."""

    @property
    def weak(self) -> bool:
        """Whether the tag is weak."""

    @property
    def tag(self) -> str:
        """The tag without its quotes."""

"""ETag (RFC 9110 section 8.8.3): which version of the representation this is."""

from __future__ import annotations

import re
from typing import ClassVar, Self

from antiphon.headers.field import FieldError
from antiphon.headers.values.octets import octets_of
from antiphon.headers.values.text_field import TextField
from antiphon.headers.values.wire_text import wire_text
from antiphon.http.content_hashes import from_content

#: etagc = %x21 / %x23-7E / obs-text; without the last, which no client reads the same way twice
_ETAGC = re.compile(r"[\x21\x23-\x7e]*")
_ENTITY_TAG = re.compile(r'(?:W/)?"[\x21\x23-\x7e]*"')


class ETag(TextField):
    """An entity tag: `ETag("v7")` is `"v7"`, and `ETag("v7", weak=True)` is `W/"v7"`.

    A weak tag says that the representation is as good as another of the same tag, a strong one that it is the same
    octet for octet. Raises FieldError for a tag with whitespace, double quotes, controls or anything outside ASCII.
    """

    __slots__ = ()
    field_name: ClassVar[str] = "ETag"
    examples: ClassVar[tuple[str, ...]] = ('"xyzzy"', 'W/"xyzzy"', '""')

    def __new__(cls, tag: str, *, weak: bool = False) -> Self:
        """`tag` is written without its quotes, which are added."""
        if not isinstance(tag, str):
            raise FieldError(f"ETag: {tag!r} is not text")
        if type(tag) is cls and not weak:
            return tag  # `.etag(ETag("v7"))` means what it says
        if not _ETAGC.fullmatch(tag):
            already = _ENTITY_TAG.fullmatch(tag)
            problem = "has its quotes already" if already else "is not visible ASCII without double quotes"
            advice = "write the tag without its quotes, which are added" if already else ""
            raise FieldError(f"ETag: {tag!r} {problem}", help=advice)
        return str.__new__(cls, f'W/"{tag}"' if weak else f'"{tag}"')

    @classmethod
    def of(cls, content: bytes | bytearray | memoryview | str, *, weak: bool = False) -> Self:
        """The tag of this content, text in UTF-8: the same for the same octets, and another for any other.

        It is strong unless `weak` says otherwise. `.from_content("etag")` gives each response this tag of its content.
        Raises FieldError for what has no octets.
        """
        octets = octets_of(cls.field_name, content)
        tag = from_content(cls.field_name, octets).decode()
        return str.__new__(cls, f"W/{tag}" if weak else tag)

    @classmethod
    def decode(cls, value: str) -> Self:
        """The entity tag that a field value is. Raises FieldError unless it is quoted, after `W/` where it is weak."""
        if not _ENTITY_TAG.fullmatch(wire_text(cls.field_name, value)):
            raise FieldError(f'ETag: {value!r} is not an entity tag, such as "v7" or W/"v7" with its double quotes')
        return str.__new__(cls, value)

    @property
    def weak(self) -> bool:
        """Whether the tag is weak."""
        return self.startswith("W/")

    @property
    def tag(self) -> str:
        """The tag without its quotes."""
        return self[self.index('"') + 1 : -1]

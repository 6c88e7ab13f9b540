# Written by `nox -s generate` from src; do not edit.
"""Fields that hold hashes by algorithm (RFC 9530)."""

from typing import Self

from antiphon.headers.values.structured.values import Member
from antiphon.headers.values.structured_field import DictionaryField

class DigestField(DictionaryField):
    """Hashes as octets; `of_content(...)` makes a SHA-256. Raises FieldError for a hash of the wrong length."""

    __slots__ = ()

    def __new__(cls, *, sha_256: bytes | None = None, sha_512: bytes | None = None) -> Self: ...
    @classmethod
    def of_content(cls, content: bytes) -> Self:
        """The field for this content, with its SHA-256. Raises FieldError for text: its octets are the caller's."""

    @classmethod
    def check(cls, key: str, member: Member) -> None: ...

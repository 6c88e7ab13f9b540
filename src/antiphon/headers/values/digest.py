"""Fields that hold hashes by algorithm (RFC 9530)."""

from __future__ import annotations

import hashlib
from typing import Self

from antiphon.headers.field import FieldError
from antiphon.headers.values.octets import octets_of
from antiphon.headers.values.structured.values import Item, Member
from antiphon.headers.values.structured_field import DictionaryField

#: The length of a hash in octets, by algorithm (RFC 9530 section 7.2).
_LENGTHS = {"sha-256": 32, "sha-512": 64, "md5": 16, "sha": 20}


class DigestField(DictionaryField):
    """Hashes as octets; `of_content(...)` makes a SHA-256. Raises FieldError for a hash of the wrong length."""

    __slots__ = ()

    def __new__(cls, *, sha_256: bytes | None = None, sha_512: bytes | None = None) -> Self:
        hashes = (("sha-256", sha_256), ("sha-512", sha_512))
        return cls.of_members(tuple((name, Item(octets)) for name, octets in hashes if octets is not None))

    @classmethod
    def of_content(cls, content: bytes) -> Self:
        """The field for this content, with its SHA-256. Raises FieldError for text: its octets are the caller's."""
        if isinstance(content, str):
            raise FieldError(f"{cls.field_name}: the content is text; encode it as it is sent")
        return cls(sha_256=hashlib.sha256(octets_of(cls.field_name, content)).digest())

    @classmethod
    def check(cls, key: str, member: Member) -> None:
        octets = member.value if isinstance(member, Item) else None
        if not isinstance(octets, bytes):
            raise FieldError(f"{key} is not a hash, which is base64 between colons")
        length = _LENGTHS.get(key, len(octets))
        if len(octets) != length:
            raise FieldError(f"{key} has {len(octets)} octets, and such a hash has {length}")

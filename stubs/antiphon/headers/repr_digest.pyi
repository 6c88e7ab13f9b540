# Written by `nox -s generate` from src; do not edit.
"""Repr-Digest (RFC 9530 section 3): hashes of the whole representation, of which the content may be a part."""

from typing import ClassVar

from antiphon.headers.values.digest import DigestField

class ReprDigest(DigestField):
    """Hashes as octets; `ReprDigest.of_content(...)` makes one. Raises FieldError for a hash of the wrong length."""

    __slots__ = ()
    field_name: ClassVar[str]
    examples: ClassVar[tuple[str, ...]]

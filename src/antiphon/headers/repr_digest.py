"""Repr-Digest (RFC 9530 section 3): hashes of the whole representation, of which the content may be a part."""

from __future__ import annotations

from typing import ClassVar

from antiphon.headers.values.digest import DigestField


class ReprDigest(DigestField):
    """Hashes as octets; `ReprDigest.of_content(...)` makes one. Raises FieldError for a hash of the wrong length."""

    __slots__ = ()
    field_name: ClassVar[str] = "Repr-Digest"
    examples: ClassVar[tuple[str, ...]] = ("sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:",)

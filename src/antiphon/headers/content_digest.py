"""Content-Digest (RFC 9530 section 2): hashes of the content as it is sent."""

from __future__ import annotations

from typing import ClassVar

from antiphon.headers.values.digest import DigestField


class ContentDigest(DigestField):
    """Hashes as octets; `ContentDigest.of_content(...)` makes one. Raises FieldError for a hash of the wrong length."""

    __slots__ = ()
    field_name: ClassVar[str] = "Content-Digest"
    examples: ClassVar[tuple[str, ...]] = ("sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:",)

"""Fields that say which octets the content has: an entity tag, and digests (RFC 9530)."""

from __future__ import annotations

from binascii import b2a_base64, hexlify
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final


def entity_tag(digest: bytes) -> bytes:
    """A strong entity tag from the SHA-256 of the content: its first 16 octets in hexadecimal."""
    return b'"%b"' % hexlify(digest[:16])


def digest_value(digest: bytes) -> bytes:
    """The value of Content-Digest or Repr-Digest from the SHA-256 of the content."""
    return b"sha-256=:%b:" % b2a_base64(digest, newline=False)


#: By field name in lower case: how its value is written from the SHA-256 of the content.
FROM_DIGEST: Final[Mapping[str, Callable[[bytes], bytes]]] = MappingProxyType({
    "content-digest": digest_value,
    "etag": entity_tag,
    "repr-digest": digest_value,
})  # fmt: skip


def from_content(field_name: str, octets: bytes | bytearray | memoryview) -> bytes:
    """The value of one of those fields for content."""
    from hashlib import sha256  # it takes as long to import as all of antiphon.http, and few responses need it

    return FROM_DIGEST[field_name.lower()](sha256(octets).digest())

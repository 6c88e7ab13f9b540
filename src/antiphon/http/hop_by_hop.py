"""The fields that are about one connection, and that an intermediary does not forward (RFC 9110 section 7.6.1)."""

from __future__ import annotations

from collections.abc import Collection, Iterable

#: A field line in octets: the name in lower case, and the value.
Line = tuple[bytes, bytes]

#: The fields that section 7.6.1 lists; those of a proxy's own authentication (section 11.7), which are for the next
#: client alone; and Trailer (section 6.6.2), since trailers are not forwarded.
HOP_BY_HOP: frozenset[bytes] = frozenset(
    (
        *(b"connection", b"keep-alive", b"proxy-connection", b"te", b"transfer-encoding", b"upgrade"),
        *(b"proxy-authenticate", b"proxy-authentication-info", b"proxy-authorization"),
        b"trailer",
    )
)


def end_to_end(lines: Iterable[Line], without: Collection[bytes] = ()) -> list[Line]:
    """The lines to forward, in order: not those about the connection, nor those that Connection names."""
    listed = list(lines)
    named = {
        option.strip(b" \t").lower() for name, value in listed if name == b"connection" for option in value.split(b",")
    }
    return [line for line in listed if line[0] not in HOP_BY_HOP and line[0] not in named and line[0] not in without]

"""Add the field lines that somebody else set to those of a response, by these rules.

- A line that the response has already is sent once, as is a cookie whose attributes are only spelt otherwise.
- A field that is a list gets the other's members behind its own (RFC 9110 section 5.3); equal members are named once.
- These conflict, and the response's own line counts: a list that would no longer say what the response says, such as
  one with two values of max-age; a field that is not a list; a cookie of the same name, domain, path and partitioning.
- Content-Length, Transfer-Encoding and Content-Encoding are of one content, so only the response's own count.
- Any other line is added. Cookies are checked as everywhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from antiphon.errors import ParamError
from antiphon.http.cookie_checks import losses
from antiphon.http.field_names import RESPONSE_FIELDS
from antiphon.http.grammar import COOKIE_OCTETS
from antiphon.http.set_cookie import MAX_NAME_AND_VALUE, read
from antiphon.http.singleton_fields import is_singleton
from antiphon.responses.headers import raw_header
from antiphon.responses.joined import joined
from antiphon.responses.lost_cookie import lost_cookie
from antiphon.runtime.plan import RawHeader

_OF_THE_CONTENT = frozenset((b"content-length", b"transfer-encoding", b"content-encoding"))

#: Fields as their standards spell them.
_SPELT = {name.lower().encode(): name for name in RESPONSE_FIELDS}

#: The name, domain and path by which browsers tell cookies apart (RFC 6265 section 5.3 step 11), and whether it is
#: partitioned: such a cookie is kept beside the one of the same name (draft-cutler-httpbis-partitioned-cookies).
Identity: TypeAlias = tuple[str, str, str, bool]


class Conflict(NamedTuple):
    """A line that was not added, since the response says something else itself. `what` never has a cookie's value."""

    field: str
    what: str


class Merged(NamedTuple):
    """The lines of both, and the conflicts."""

    lines: list[RawHeader]
    conflicts: tuple[Conflict, ...]


def check_cookies(lines: Sequence[RawHeader]) -> None:
    """Raises ParamError for a Set-Cookie line that browsers would drop, alter or misread."""
    for name, line in lines:
        if name.lower() != b"set-cookie":
            continue
        if _plain_identity(line) is not None:
            continue
        found = losses(read(line.decode("latin-1")))
        if found:
            raise lost_cookie(found)


def _parts(line: bytes) -> tuple[bytes, bytes, bytes]:
    """Name, value and attributes of a Set-Cookie line."""
    pair, semicolon, attributes = line.partition(b";")
    key, _, value = pair.partition(b"=")
    return key, value, semicolon + attributes


def _plain_identity(line: bytes) -> Identity | None:
    """The identity of a cookie with a plain value that browsers keep, and that can be sent; None of any other."""
    key, value, attributes = _parts(line)
    plain = value.translate(COOKIE_OCTETS) is value and len(key) + len(value) <= MAX_NAME_AND_VALUE
    return _fine_identity(key, attributes) if plain else None


@lru_cache(maxsize=512)
def _fine_identity(key: bytes, attributes: bytes) -> Identity | None:
    """The identity of a cookie that browsers keep whatever plain value it has. Values are never cached."""
    line = (key + b"=" + attributes).decode("latin-1")
    try:
        raw_header("set-cookie", line)
    except ParamError:
        return None
    return None if losses(read(line)) else _identity_of(key, attributes)


def merged(own: Sequence[RawHeader], added: Sequence[RawHeader]) -> Merged:
    """The response's own lines and those that are added. Raises ParamError for one that cannot be sent."""
    check_cookies(added)
    lines = list(own)
    conflicts: list[Conflict] = []
    cookies = {_identity(value) for name, value in own if name == b"set-cookie"}
    for given, text in added:
        identity = _plain_identity(text) if given == b"set-cookie" else None
        if identity is not None and identity not in cookies and (given, text) not in lines:
            lines.append((given, text))
            continue
        name, value = raw_header(given.decode("latin-1"), text.decode("latin-1"))
        if (name, value) in lines:
            continue
        places = [at for at, line in enumerate(lines) if line[0] == name]
        if name == b"set-cookie":
            if _identity(value) not in cookies:
                lines.append((name, value))
            else:
                conflicts += _cookie_conflicts(value, own)
        elif name in _OF_THE_CONTENT:
            conflicts.append(Conflict(_shown(name), f"{_shown(name)} is of one content, and the response has its own"))
        elif not places:
            lines.append((name, value))
        elif is_singleton(name.decode()):
            conflicts.append(Conflict(_shown(name), f"both have {_shown(name)}, which is not a list"))
        else:
            at = places[-1]
            line, conflict = joined(_shown(name), lines[at][1], value)
            if conflict is None:
                lines[at] = (name, line)
            else:
                conflicts.append(Conflict(_shown(name), conflict))
    return Merged(lines, tuple(conflicts))


def _identity(line: bytes) -> Identity:
    """The identity of any cookie."""
    key, _, attributes = _parts(line)
    return _identity_of(key, attributes)


@lru_cache(maxsize=512)
def _identity_of(key: bytes, attributes: bytes) -> Identity:
    cookie = read((key + b"=" + attributes).decode("latin-1"))
    return cookie.name, (cookie.domain or "").lower().removeprefix("."), cookie.path or "", cookie.partitioned


def _cookie_conflicts(cookie: bytes, own: Sequence[RawHeader]) -> tuple[Conflict, ...]:
    """The conflict of a cookie with one of its identity; none where both are alike."""
    if any(name == b"set-cookie" and _written_alike(line) == _written_alike(cookie) for name, line in own):
        return ()
    return (Conflict("Set-Cookie", f"both set the cookie {read(cookie.decode('latin-1')).name!r}"),)


def _written_alike(line: bytes) -> tuple[bytes, bytes, list[tuple[bytes, bytes]]]:
    """A cookie whose attributes are in one order, and in small letters where their case says nothing."""
    key, value, attributes = _parts(line)
    pieces = [piece.strip(b" \t").partition(b"=") for piece in attributes.split(b";") if piece]
    named = [(name.lower(), text if name.lower() == b"path" else text.lower()) for name, _, text in pieces]
    return key, value, sorted(named)


def _shown(name: bytes) -> str:
    return _SPELT.get(name) or name.decode().title()

"""The responses that a source may mean: what it does not show is filled in one way and another.

A finding holds of the source if it holds of all of them. The first one is as sound as it can be, so most are not asked.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from typing import Any, Final

from pydantic import ValidationError

from antiphon.sources.literals import UNKNOWN
from antiphon.sources.unit import BODILESS, Cookie, Unit
from antiphon.sources.written import quoted
from antiphon.spec import CookieSpec, HeaderSpec, ResponseSpec
from antiphon.spec.bodies import BytesBody, EmptyBody

#: Statuses that an unknown one may be: with content, of a part, without content, a redirect, an error.
_STATUSES: Final = (200, 303, 206, 404, 304)
#: Attributes of a cookie that may be anything: each world has a row.
_COOKIE_WORLDS: Final[tuple[Mapping[str, Any], ...]] = (
    {"same_site": "lax", "max_age": 3600},
    {"same_site": "none", "max_age": None},
    {"same_site": "strict", "max_age": 0},
    {"same_site": None, "max_age": 3600},
)
#: The other attributes, as sound as they can be.
_SOUND: Final[Mapping[str, Any]] = {
    "value": "value",
    "domain": None,
    "path": "/",
    "expires": None,
    "secure": True,
    "http_only": True,
    "partitioned": False,
}
#: Fields that a rule may miss, or whose presence settles a question, for a response that is not seen to its end.
_FURTHER: Final[Mapping[str, str]] = {
    "Content-Type": "application/octet-stream",
    "Cache-Control": "no-store",
    "Vary": "Origin, Accept-Encoding",
    "WWW-Authenticate": "Bearer",
    "Proxy-Authenticate": "Bearer",
    "Allow": "GET, HEAD",
    "Upgrade": "h2c",
    "Location": "/there",
    "Content-Range": "bytes 0-0/1",
    "Retry-After": "60",
    "ETag": '"v1"',
    "Access-Control-Allow-Origin": "https://shop.example",
    "Reporting-Endpoints": 'default="https://shop.example/reports"',
}
_ONLY_WITH: Final[Mapping[str, frozenset[int]]] = {
    "WWW-Authenticate": frozenset({401}),
    "Proxy-Authenticate": frozenset({407}),
    "Allow": frozenset({405}),
    "Upgrade": frozenset({101, 426}),
    "Location": frozenset({201, 202, 300, 301, 302, 303, 307, 308}),
    "Content-Range": frozenset({206, 416}),
    "Retry-After": frozenset({413, 429, 503}),
}


def worlds(unit: Unit) -> Iterator[ResponseSpec]:
    """The responses that the unit may be, the soundest first; none for what cannot be a response."""
    statuses = _STATUSES if unit.status is UNKNOWN else (unit.status,)
    contents = [b"", None] if unit.content == "unknown" else [None] if unit.content == "some" else [unit.content]
    further = (False,) if unit.closed else (True, False)
    varied = any(cookie.attributes.get(name) is UNKNOWN for cookie in unit.cookies for name in _COOKIE_WORLDS[0])
    for more, status, content, known in itertools.product(
        further, statuses, contents, _COOKIE_WORLDS if varied else _COOKIE_WORLDS[:1]
    ):
        try:
            yield _world(unit, status, content, known, more=more)
        except ValidationError:  # a value of a type that no field has, such as `path=1`
            return


def _world(unit: Unit, status: int, content: Any, known: Mapping[str, Any], *, more: bool) -> ResponseSpec:
    headers = [HeaderSpec(name=line.name, value=line.value) for line in unit.lines]
    seen = {line.name.lower() for line in unit.lines}
    if more:
        headers += [
            HeaderSpec(name=name, value=value)
            for name, value in _FURTHER.items()
            if name.lower() not in seen and status in _ONLY_WITH.get(name, {status}) and _fits(name, content)
        ]
    elif unit.more and "content-type" not in seen:
        headers.append(HeaderSpec(name="Content-Type"))
    empty = content == b"" or (content is None and unit.content == "unknown" and status in BODILESS)
    return ResponseSpec(
        status=status,
        headers=tuple(headers),
        cookies=tuple(map(_cookie, unit.cookies, _names(unit.cookies), itertools.repeat(known))),
        body=EmptyBody() if empty else BytesBody(media_type="", content=content),
    )


def _fits(name: str, content: Any) -> bool:
    return name != "Content-Type" or content != b""


def _names(cookies: Sequence[Cookie]) -> Iterator[str]:
    """A name for each cookie whose own is not known: no two of them need be the same, nor be one that is known."""
    taken = {cookie.attributes.get("name") for cookie in cookies} - {UNKNOWN}
    numbers: Counter[str] = Counter()
    for cookie in cookies:
        name = shown = cookie.shown_name
        while cookie.attributes.get("name") is UNKNOWN and name in taken:
            numbers[shown] += 1
            name = f"{shown}_{numbers[shown] + 1}"
        taken.add(name)
        yield name


def _cookie(cookie: Cookie, shown_name: str, known: Mapping[str, Any]) -> CookieSpec:
    told: dict[str, Any] = {
        name: {"name": shown_name, **_SOUND, **known}.get(name) if value is UNKNOWN else value
        for name, value in cookie.attributes.items()
    }
    if isinstance(told.get("max_age"), timedelta):
        told["max_age"] = int(told["max_age"].total_seconds())
    elif isinstance(told.get("max_age"), float):
        told["max_age"] = int(told["max_age"])
    if isinstance(told.get("value"), bytes | int | float):
        told["value"] = str(told["value"])
    if isinstance(told.get("value"), str):
        told["value"] = quoted(told["value"], cookie.quoting)
    for flag in ("secure", "http_only", "partitioned"):
        told[flag] = bool(told.get(flag))
    if told.get("same_site") is False:
        told["same_site"] = None
    if not isinstance(told.get("expires"), str):
        told["expires"] = None  # a moment that the framework writes as a date
    return CookieSpec(**told)

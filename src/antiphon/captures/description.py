"""A response that was seen, in the form that the rules can judge."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import urlsplit

from antiphon.captures.error import WireError
from antiphon.captures.exchange import Exchange
from antiphon.http import set_cookie
from antiphon.http.dates import moment_or_text
from antiphon.http.expression import expression
from antiphon.http.secrets import disguised, holds_cookies
from antiphon.http.set_cookie import PlainCookie
from antiphon.rules.seen import NOTHING, SeenBody, SeenLine, SeenResponse, SeenSite

_BLANK = " \t"
_MARK = expression(r"<[A-Z][A-Z0-9_]+>")


class Description(NamedTuple):
    """The response, and for each of its headers and cookies the number of the field line that it was read from."""

    response: SeenResponse
    headers: tuple[int, ...]
    cookies: tuple[int, ...]


def described(exchange: Exchange) -> Description:
    """Every field line as it was written. Raises WireError for what no response can have been.

    A Set-Cookie line becomes a cookie (draft-ietf-httpbis-rfc6265bis-22 section 5.6), in which nothing is lost: what
    browsers ignore is kept as an extension. A line that joins several cookies stays a field line, and is wrong.
    """
    headers: dict[int, SeenLine] = {}
    cookies: dict[int, PlainCookie] = {}
    for index, (name, value) in enumerate(exchange.lines):
        if name.lower() == "set-cookie" and not set_cookie.is_joined(value):
            cookies[index] = cookie_of(value)
        elif holds_cookies(name):
            # Rules show the values of fields, and of this one nothing may be shown.
            headers[index] = SeenLine(name, disguised(value))
        else:
            headers[index] = SeenLine(name, _told(name, value))
    response = SeenResponse(
        status=exchange.status,
        headers=tuple(headers.values()),
        cookies=tuple(cookies.values()),
        body=_body(exchange),
        site=site_of(exchange.url) if exchange.url is not None else None,
        method=exchange.method,
    )
    return Description(response, tuple(headers), tuple(cookies))


def _told(name: str, value: str) -> str:
    """The value. A recorder's mark in a target, such as `<USER_NAME>`, covers what no target would have held."""
    return _MARK.sub("redacted", value) if name.lower() == "location" else value


def cookie_of(line: str) -> PlainCookie:
    """The cookie of a Set-Cookie field value, right or wrong, but for what browsers take away before they read it.

    That is whitespace around names and values, and attributes of which nothing is left (section 5.6).
    """
    pair, *pieces = line.split(";")
    told = [_trimmed(pair), *(piece for piece in map(_trimmed, pieces) if piece)]
    cookie = set_cookie.read(";".join(told))
    expires = cookie.expires
    return cookie._replace(expires=moment_or_text(expires)) if isinstance(expires, str) else cookie


def _trimmed(piece: str) -> str:
    name, equals, value = piece.partition("=")
    return f"{name.strip(_BLANK)}{equals}{value.strip(_BLANK)}"


def _body(exchange: Exchange) -> SeenBody:
    """The content. Its media type is in the field lines, so the body itself has none."""
    if exchange.body:
        return SeenBody("bytes", exchange.body)
    if exchange.body is not None or exchange.method == "HEAD":
        return NOTHING
    if exchange.status < 200 or exchange.status in (204, 205, 304):
        return NOTHING
    # Nobody has seen the content; the fields tell whether there was any.
    fields = {name.lower(): value.strip(" \t") for name, value in exchange.lines}
    told = {"content-type", "transfer-encoding"} & fields.keys() or fields.get("content-length", "0").strip("0")
    return SeenBody("bytes") if told and fields.get("content-length") != "0" else NOTHING


def site_of(url: str) -> SeenSite:
    """The scheme and the host of a URL. Raises WireError for text that is not a URL."""
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError as error:
        raise WireError(f"the URL cannot be read: {error}", help="give a URL such as https://shop.example/") from None
    if not host:
        raise WireError("the URL names no host", help="give a URL such as https://shop.example/")
    scheme = parts.scheme.lower()
    return SeenSite(
        scheme="https" if scheme == "https" else "http" if scheme == "http" else None,
        host=f"[{host}]" if ":" in host else host,
    )

"""Read one entry of a HAR file as a response, or say why it is not one."""

from __future__ import annotations

import base64
import binascii
import re
from typing import Any

from antiphon.captures.exchange import Exchange, Unseen
from antiphon.captures.har_fields import Field, fields, octets
from antiphon.captures.json_place import Item, members
from antiphon.captures.source_lines import SourceLines
from antiphon.diagnostics.call_site import Position

#: The status text of a redirect that the browser made itself: by HSTS, by an extension.
_OWN_REDIRECT = "internal redirect"


def exchange(entry: Item, lines: SourceLines) -> tuple[Exchange, int] | str:
    """The response of an entry and how many of its headers are damaged; or why the entry is left out, in words."""
    parts = members(lines.text, entry.start)
    request, response = (parts[name].value if name in parts else None for name in ("request", "response"))
    if not isinstance(response, dict):
        return "has no response"
    if not isinstance(request, dict):
        return "has no request"
    status = _status(response.get("status"))
    if status is None:
        return "has no status that is a number"
    if status <= 0:
        return "was never answered"
    if not isinstance(response.get("headers"), list):
        return "has headers that are not a list"
    places = members(lines.text, parts["response"].start)
    found, damaged = fields(places["headers"].start, lines)
    named = {field.name.lower(): field.value for field in found}
    if str(response.get("statusText")).lower() == _OWN_REDIRECT or "non-authoritative-reason" in named:
        return "was made by the browser"
    start, end, method, url = places["status"].start, places["status"].end, request.get("method"), request.get("url")
    lines.show(start, end, lines.text[start:end])
    place = lines.place(start, end)
    return Exchange(
        status=status,
        lines=tuple((field.name, field.value) for field in found),
        body=_content(status, response.get("content"), named),
        method=octets(method) if isinstance(method, str) else None,
        url=url if isinstance(url, str) and _names_a_host(url) else None,
        places=tuple(field.place for field in found),
        at=Position(place.file, place.line, place.column + 1, place.line, place.column + len(place.text) + 1),
        unseen=frozenset(_unseen(status, found, response)),
    ), damaged


def _status(status: object) -> int | None:
    """The status, which some tools write as text."""
    if isinstance(status, str) and re.fullmatch("[0-9]{1,9}", status):
        return int(status)
    return status if type(status) is int and -(10**9) < status < 10**9 else None


def _names_a_host(url: str) -> bool:
    return url.startswith(("http://", "https://")) and url.isprintable()


def _unseen(status: int, found: list[Field], response: dict[str, Any]) -> list[Unseen]:
    """The parts that the entry does not show. A response without any field had its fields left out."""
    unseen: list[Unseen] = ["length", "lines"]
    if not found and not 100 <= status < 200:
        unseen.append("fields")
    if response.get("redirectURL"):
        unseen.append("location")
    if status == 304:
        unseen.append("own fields of a 304")
    return unseen


def _content(status: int, content: Any, named: dict[str, str]) -> bytes | None:
    """The content where it is what was sent; None where it was decoded, converted, cut, replaced or left out."""
    if status == 304:
        return b""
    if not isinstance(content, dict):
        return None
    text, size, length = content.get("text"), content.get("size"), named.get("content-length", "").strip(" \t")
    if "content-encoding" in named:
        return None
    if not text and size == 0:
        # Of a redirect, browsers record none of the content that its fields tell of.
        told = length.strip("0") or "transfer-encoding" in named
        return None if told and not 300 <= status < 400 else b""
    if not isinstance(text, str):
        return None
    try:
        sent = base64.b64decode(text) if content.get("encoding") == "base64" else text.encode()
    except (binascii.Error, ValueError):
        return None
    return sent if size == len(sent) and (not length.isdecimal() or length == str(len(sent))) else None

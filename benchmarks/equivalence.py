"""Whether two contenders give the same answer, and in which ways they do not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec
from contender import Message

Cookies = dict[str, dict[str, str]]


class Answer(NamedTuple):
    """A response as a client would understand it."""

    status: int
    fields: dict[str, list[str]]
    cookies: Cookies
    body: object


def answer(messages: Sequence[Message]) -> Answer:
    """Reads the ASGI messages of one response: JSON decoded, cookies parsed, field names in lower case.

    Raises ValueError where the Content-Length is not the body's.
    """
    start, *rest = messages
    fields: dict[str, list[str]] = {}
    for name, value in start["headers"]:
        fields.setdefault(bytes(name).decode("latin-1").lower(), []).append(bytes(value).decode("latin-1"))
    cookies = dict(map(_cookie, fields.pop("set-cookie", [])))
    octets = b"".join(bytes(message.get("body", b"")) for message in rest)
    if fields.get("content-length", [str(len(octets))]) != [str(len(octets))]:
        raise ValueError(f"content-length {fields['content-length']} for {len(octets)} octets")
    json = fields.get("content-type") == ["application/json"] and octets
    return Answer(start["status"], fields, cookies, msgspec.json.decode(octets) if json else octets)


def _cookie(line: str) -> tuple[str, dict[str, str]]:
    """The name, and the attributes by name in lower case, with the value under the empty name."""
    pair, *attributes = line.split(";")
    name, _, value = pair.partition("=")
    parsed = {"": value.strip('"')}
    for attribute in attributes:
        key, _, text = attribute.strip().partition("=")
        parsed[key.lower()] = text.lower() if key.lower() == "samesite" else text
    return name, parsed


def differences(one: Answer, other: Answer) -> Iterator[str]:
    """How `other` differs from `one`, a phrase each. Raises ValueError for another status or another body."""
    if one.status != other.status:
        raise ValueError(f"status {other.status} instead of {one.status}")
    if one.body != other.body:
        raise ValueError(f"another body: {str(other.body)[:200]} instead of {str(one.body)[:200]}")
    for name in sorted(one.fields.keys() | other.fields.keys()):
        mine, theirs = one.fields.get(name), other.fields.get(name)
        if mine is None:
            yield f"adds {name}: {', '.join(theirs or [])}"
        elif theirs is None:
            yield f"has no {name}"
        elif name != "content-length" and mine != theirs:
            yield f"{name}: {', '.join(theirs)}"
    for name in sorted(one.cookies.keys() | other.cookies.keys()):
        yield from _cookie_differences(name, one.cookies.get(name, {}), other.cookies.get(name, {}))


def _cookie_differences(name: str, one: dict[str, str], other: dict[str, str]) -> Iterator[str]:
    for key in sorted(one.keys() | other.keys()):
        if key == "expires" and key not in one:
            yield f"cookie {name} adds Expires"
        elif one.get(key) != other.get(key):
            yield f"cookie {name}: {key or 'value'} is {other.get(key)!r} instead of {one.get(key)!r}"

"""Responses and headers that several operations give, as components: an error set and a fragment are written once."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from antiphon.interpreters.openapi.declared import Declared

#: Keys of components (OpenAPI 3.1 section 4.8.7).
_NOT_A_KEY = re.compile(r"[^A-Za-z0-9._-]+")


class Placed(NamedTuple):
    """The Responses Object of one operation, which is changed in place, and the name of the response of each status."""

    responses: dict[str, Any]
    names: Mapping[str, str]


def names_of(responses: Iterable[Declared]) -> dict[str, str]:
    """The name of each status: those of its responses, or the words of the status where they have none."""
    found: dict[str, list[str]] = {}
    for response in responses:
        listed = found.setdefault(response.key, [])
        listed += [] if response.label in listed else [response.label]
    return {status: "_or_".join(listed) for status, listed in found.items()}


def share(placed: Sequence[Placed], components: dict[str, Any]) -> None:
    """Move what occurs more than once to `components/responses` and `components/headers`, and refer to it.

    Only responses with a name take part. Equal names of different responses get numbers, in the order of operations.
    """
    ours = [one.responses[status] for one in placed for status in one.names if status in one.responses]
    shared_headers(ours, components)
    counted = Counter(map(_text, ours))
    kept = components.get("responses", {})
    for one in placed:
        for status, name in one.names.items():
            if status in one.responses and counted[_text(one.responses[status])] > 1:
                key = unique(name, one.responses[status], kept)
                one.responses[status] = {"$ref": f"#/components/responses/{key}"}
    if kept:
        components["responses"] = kept


def shared_headers(responses: Sequence[dict[str, Any]], components: dict[str, Any]) -> None:
    """Move headers that several responses have alike to `components/headers`, and refer to them.

    Responses that are equal count once, since they are shared whole.
    """
    distinct = {_text(response): response.get("headers", {}) for response in responses}
    counted = Counter(_text([name, header]) for headers in distinct.values() for name, header in headers.items())
    kept = components.get("headers", {})
    for headers in (response.get("headers", {}) for response in responses):
        for name, header in headers.items():
            if "$ref" not in header and counted[_text([name, header])] > 1:
                headers[name] = {"$ref": f"#/components/headers/{unique(name, header, kept)}"}
    if kept:
        components["headers"] = kept


def unique(name: str, part: dict[str, Any], kept: dict[str, Any]) -> str:
    """Keep a component under its name, with a number where another one has that name; gives the key."""
    key = stem = _NOT_A_KEY.sub("_", name)
    number = 1
    while key in kept and kept[key] != part:
        number += 1
        key = f"{stem}_{number}"
    kept[key] = part
    return key


def _text(part: Any) -> str:
    return json.dumps(part, sort_keys=True)

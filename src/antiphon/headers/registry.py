# Written by `nox -s generate`; do not edit.
"""Which class types which field; classes are imported when they are asked for."""

from __future__ import annotations

import functools
import importlib

from antiphon.headers.field import Field

#: The name of each typed field, in lower case, and where its class is.
FIELDS: dict[str, str] = {
    "allow": "antiphon.headers.allow:Allow",
    "cache-control": "antiphon.headers.cache_control:CacheControl",
    "content-range": "antiphon.headers.content_range:ContentRange",
    "etag": "antiphon.headers.etag:ETag",
    "location": "antiphon.headers.location:Location",
    "retry-after": "antiphon.headers.retry_after:RetryAfter",
    "vary": "antiphon.headers.vary:Vary",
    "www-authenticate": "antiphon.headers.www_authenticate:Challenge",
}


def field_class(name: str) -> type[Field] | None:
    """The class of a field, by its name in any case; None for a field that has no type."""
    return _load(name.lower())


@functools.cache
def _load(name: str) -> type[Field] | None:
    where = FIELDS.get(name)
    if where is None:
        return None
    module, _, class_name = where.partition(":")
    found: type[Field] = getattr(importlib.import_module(module), class_name)
    return found

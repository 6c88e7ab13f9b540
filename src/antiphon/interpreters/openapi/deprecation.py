"""Whether an operation is deprecated, by the fields of its responses."""

from __future__ import annotations

from collections.abc import Iterable

from antiphon.interpreters.openapi.declared import Declared

#: RFC 9745 and RFC 8594.
_FIELDS = ("Deprecation", "Sunset")


def is_deprecated(responses: Iterable[Declared]) -> bool:
    """Whether a success says that the resource is deprecated, or from when on it is gone."""
    return any(one.spec.status < 300 and one.spec.header(name) is not None for one in responses for name in _FIELDS)

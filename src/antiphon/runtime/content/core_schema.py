"""Walk the core schemas of pydantic: the parts of one that are schemas themselves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

#: Keys of a core schema whose values are a user's own and hold no schema.
OPAQUE: frozenset[str] = frozenset((
    "default", "default_factory", "metadata", "expected", "members", "cls", "function", "config", "constraint",
    "discriminator", "custom_error_context", "ref", "schema_ref", "generic_origin",
))  # fmt: skip


def schemas_in(schema: Mapping[str, Any]) -> Mapping[str, Any]:
    """The part of a core schema that may hold other schemas.

    A mapping of fields or choices, whose names may be any, is not itself a schema: all of it may.
    """
    return schema if not isinstance(schema.get("type"), str) else {k: v for k, v in schema.items() if k not in OPAQUE}

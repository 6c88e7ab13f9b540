"""The fields of an event stream (HTML section 9.2.6)."""

from __future__ import annotations

#: Every other field is ignored.
FIELDS: frozenset[str] = frozenset({"data", "event", "id", "retry"})

"""The content of the responses."""

from __future__ import annotations

import enum
from uuid import UUID

import msgspec


class Tier(enum.Enum):
    """The permissions of an account."""

    FREE = "free"
    PAID = "paid"


class User(msgspec.Struct):
    """An account."""

    id: UUID
    name: str

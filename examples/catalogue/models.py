"""What the responses carry."""

from __future__ import annotations

import enum
from uuid import UUID

import msgspec


class Tier(enum.Enum):
    """What an account may do."""

    FREE = "free"
    PAID = "paid"


class User(msgspec.Struct):
    """An account."""

    id: UUID
    name: str

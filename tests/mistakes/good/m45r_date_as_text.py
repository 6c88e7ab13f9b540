from __future__ import annotations

import dataclasses
from datetime import UTC, datetime

from antiphon import Reply, header


@dataclasses.dataclass
class User:
    id: int


class Shown(Reply[User], cache_control="no-cache"):
    last_modified: datetime = header()


def endpoint() -> Shown:
    return Shown(User(id=1), last_modified=datetime(2026, 1, 1, tzinfo=UTC))

from __future__ import annotations

import dataclasses
from datetime import datetime

from antiphon import Reply, header


@dataclasses.dataclass
class User:
    id: int


class Shown(Reply[User], cache_control="no-cache"):
    last_modified: datetime = header()


def endpoint() -> Shown:
    return Shown(User(id=1), last_modified="2026-01-01")  # E: an aware datetime

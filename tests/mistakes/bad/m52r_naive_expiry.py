from __future__ import annotations

import dataclasses
from datetime import datetime

from antiphon import Reply, cookie


@dataclasses.dataclass
class User:
    id: int


class Shown(Reply[User]):
    sid: str = cookie(expires=datetime(2030, 1, 1))  # E: in which time zone?

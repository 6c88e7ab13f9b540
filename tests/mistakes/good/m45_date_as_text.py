from __future__ import annotations

import dataclasses
from datetime import UTC, datetime

from antiphon import respond


@dataclasses.dataclass
class User:
    id: int


shown = respond(200).json(User).cache_control(no_cache=True).last_modified(datetime(2026, 1, 1, tzinfo=UTC)).compile()

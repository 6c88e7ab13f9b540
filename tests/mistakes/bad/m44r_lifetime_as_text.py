from __future__ import annotations

import dataclasses

from antiphon import Reply
from antiphon.headers.cache_control import CacheControl


@dataclasses.dataclass
class User:
    id: int


class Shown(Reply[User], cache_control=CacheControl(max_age="1h")): ...  # E: seconds

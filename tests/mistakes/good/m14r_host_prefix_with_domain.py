from __future__ import annotations

import dataclasses

from antiphon import Reply, host_cookie


@dataclasses.dataclass
class User:
    id: int


class Shown(Reply[User]):
    sid: str = host_cookie()

from __future__ import annotations

import dataclasses

from antiphon import Reply, cookie


@dataclasses.dataclass
class User:
    id: int


class Shown(Reply[User]):
    sid: str = cookie(same_site="lax")

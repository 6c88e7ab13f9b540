from __future__ import annotations

import dataclasses

from antiphon import Reply, cookie


@dataclasses.dataclass
class User:
    id: int


class Shown(Reply[User]):
    session: str = cookie()


def endpoint() -> Shown:
    return Shown(User(id=1), session="t")

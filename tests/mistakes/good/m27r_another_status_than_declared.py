from __future__ import annotations

import dataclasses

from antiphon import Reply


@dataclasses.dataclass
class User:
    id: int


class Shown(Reply[User]): ...


class Queued(Reply[User], status=202): ...


def endpoint() -> Queued:
    return Queued(User(id=1))

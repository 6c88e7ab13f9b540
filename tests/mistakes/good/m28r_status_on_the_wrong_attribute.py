from __future__ import annotations

import dataclasses

from antiphon import Reply


@dataclasses.dataclass
class User:
    id: int


class Shown(Reply[User], status=202): ...


def endpoint() -> Shown:
    response = Shown(User(id=1))
    return response

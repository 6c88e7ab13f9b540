from __future__ import annotations

import dataclasses

from antiphon import Reply


@dataclasses.dataclass
class User:
    id: int


class Shown(Reply[User]): ...


def endpoint() -> Shown:
    return Shown([User(id=1)])  # E: one User, not a list

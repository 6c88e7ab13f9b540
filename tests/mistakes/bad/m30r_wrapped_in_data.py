from __future__ import annotations

import dataclasses

from antiphon import Reply


@dataclasses.dataclass
class User:
    id: int


class Shown(Reply[list[User]]): ...


def endpoint() -> Shown:
    return Shown({"data": [User(id=1)]})  # E: the list is declared bare

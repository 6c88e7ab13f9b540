from __future__ import annotations

import dataclasses

from antiphon import Reply


@dataclasses.dataclass
class User:
    id: int


class Shown(Reply[User]): ...


def find(key: int) -> User | None:
    return None


def endpoint() -> Shown:
    return Shown(find(7))  # E: it may be None

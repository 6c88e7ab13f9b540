from __future__ import annotations

import dataclasses

from antiphon import respond


@dataclasses.dataclass
class User:
    id: int


shown = respond(200).json(User).compile()


def find(key: int) -> User | None:
    return None


def endpoint() -> object:
    return shown(find(7))  # E: it may be None

from __future__ import annotations

import dataclasses

from antiphon import respond


@dataclasses.dataclass
class User:
    id: int


shown = respond(202).json(User).compile()


def endpoint() -> object:
    response = shown(User(id=1))
    return response

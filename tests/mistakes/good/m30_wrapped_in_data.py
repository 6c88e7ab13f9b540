from __future__ import annotations

import dataclasses

from antiphon import respond


@dataclasses.dataclass
class User:
    id: int


shown = respond(200).json(list[User]).compile()


def endpoint() -> object:
    return shown([User(id=1)])

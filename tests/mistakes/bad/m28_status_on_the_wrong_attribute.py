from __future__ import annotations

import dataclasses

from antiphon import respond


@dataclasses.dataclass
class User:
    id: int


shown = respond(200).json(User).compile()


def endpoint() -> object:
    response = shown(User(id=1))
    response.status = 202  # E: it is status_code, and is declared
    return response

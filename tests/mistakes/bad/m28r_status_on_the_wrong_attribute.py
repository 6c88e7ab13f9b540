from __future__ import annotations

import dataclasses

from antiphon import Reply


@dataclasses.dataclass
class User:
    id: int


class Shown(Reply[User]): ...


def endpoint() -> Shown:
    response = Shown(User(id=1))
    response.status = 202  # E: it is status_code, and is declared
    return response

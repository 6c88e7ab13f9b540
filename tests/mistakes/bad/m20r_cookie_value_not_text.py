from __future__ import annotations

import dataclasses

from antiphon import Reply, cookie


@dataclasses.dataclass
class User:
    id: int


class Shown(Reply[User]):
    cart: str = cookie()


def endpoint() -> Shown:
    return Shown(User(id=1), cart=7)  # E: a cookie's value is text

from __future__ import annotations

import dataclasses

from antiphon import Params, cookie, respond


@dataclasses.dataclass
class User:
    id: int


class ShownParams(Params):
    cart: str = cookie()


shown = respond(200).json(User).params(ShownParams).compile()


def endpoint() -> object:
    return shown(User(id=1), cart="7")

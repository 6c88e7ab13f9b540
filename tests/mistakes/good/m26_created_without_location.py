from __future__ import annotations

import dataclasses

from antiphon import Location, Params, respond


@dataclasses.dataclass
class User:
    id: int


class CreatedParams(Params):
    location: Location


created = respond(201).json(User).params(CreatedParams).compile()


def endpoint() -> object:
    return created(User(id=1), location=Location("/users/1"))

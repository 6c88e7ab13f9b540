from __future__ import annotations

import dataclasses

from antiphon import Created


@dataclasses.dataclass
class User:
    id: int


class UserCreated(Created[User]): ...


def endpoint() -> UserCreated:
    return UserCreated(User(id=1))  # E: where is it?

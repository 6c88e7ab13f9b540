from __future__ import annotations

import dataclasses

from antiphon import Location, Redirect, Reply


@dataclasses.dataclass
class User:
    id: int


class Shown(Reply[User]): ...


class Login(Redirect): ...


def endpoint(signed_in: bool = False) -> Shown:
    if not signed_in:
        return Login(location=Location("/login"))  # E: only Shown is declared
    return Shown(User(id=1))

from __future__ import annotations

import dataclasses

from antiphon import Bodiless, Reply, cookie, fragment


@dataclasses.dataclass
class User:
    id: int


class SignedIn(Reply[User]):
    sid: str = cookie(path="/app")


class SignedOut(Bodiless, add=fragment().delete_cookie("sid")): ...  # E: another path, so the cookie stays

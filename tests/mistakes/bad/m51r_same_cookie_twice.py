from __future__ import annotations

import dataclasses

from antiphon import Reply, fragment


@dataclasses.dataclass
class User:
    id: int


class Shown(Reply[User], add=(fragment().cookie("sid", "a"), fragment().cookie("sid", "b"))): ...  # E: the second replaces the first

from __future__ import annotations

import dataclasses

from antiphon import Reply, fragment


@dataclasses.dataclass
class User:
    id: int


class Shown(Reply[User], add=fragment().header("ETag", "v1")): ...  # E: quotes belong to it

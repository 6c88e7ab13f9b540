from __future__ import annotations

import dataclasses

from antiphon import Reply, fragment


@dataclasses.dataclass
class User:
    id: int


class Shown(Reply[User], add=fragment().cookie("cart", '{"items": [1, 2]}')): ...  # E: quotes and commas are cut or refused

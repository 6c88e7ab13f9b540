from __future__ import annotations

import dataclasses

from antiphon import Reply, fragment


@dataclasses.dataclass
class User:
    id: int


class Shown(Reply[User], add=fragment().header("Content-Disposition", "attachment; filename*=UTF-8''Best%C3%A4tigung.pdf")): ...

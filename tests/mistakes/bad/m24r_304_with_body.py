from __future__ import annotations

import dataclasses

from antiphon import Reply


@dataclasses.dataclass
class User:
    id: int


class Unchanged(Reply[User], status=304): ...  # E: no content on 304

from __future__ import annotations

import dataclasses

from antiphon import Reply


@dataclasses.dataclass
class User:
    id: int


class Done(Reply[User], status=204): ...  # E: no content on 204

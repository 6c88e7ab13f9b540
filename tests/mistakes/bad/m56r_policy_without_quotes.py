from __future__ import annotations

import dataclasses

from antiphon import Reply


@dataclasses.dataclass
class User:
    id: int


class Shown(Reply[User], content_security_policy="default-src self"): ...  # E: self without quotes is a host

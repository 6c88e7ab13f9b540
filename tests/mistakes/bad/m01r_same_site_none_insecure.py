from __future__ import annotations

import dataclasses

from antiphon import Reply, insecure_cookie


@dataclasses.dataclass
class User:
    id: int


class Shown(Reply[User]):
    sid: str = insecure_cookie(same_site="none")  # E: SameSite=None without Secure

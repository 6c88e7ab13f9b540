from __future__ import annotations

import dataclasses

from antiphon import respond


@dataclasses.dataclass
class User:
    id: int


created = respond(200).json(User).insecure_cookie("sid", "x", same_site="none").compile()  # E: SameSite=None without Secure

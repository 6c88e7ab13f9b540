from __future__ import annotations

import dataclasses

from antiphon import respond


@dataclasses.dataclass
class User:
    id: int


shown = respond(200).json(User).insecure_cookie("ad", "1", partitioned=True).compile()  # E: Partitioned without Secure

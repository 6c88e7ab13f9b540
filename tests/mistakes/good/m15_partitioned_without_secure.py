from __future__ import annotations

import dataclasses

from antiphon import respond


@dataclasses.dataclass
class User:
    id: int


shown = respond(200).json(User).cookie("ad", "1", same_site="none", partitioned=True).compile()

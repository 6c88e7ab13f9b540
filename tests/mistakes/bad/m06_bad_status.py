from __future__ import annotations

import dataclasses

from antiphon import respond


@dataclasses.dataclass
class User:
    id: int


odd = respond(999).json(User).compile()  # E: no such status

from __future__ import annotations

import dataclasses

from antiphon import respond


@dataclasses.dataclass
class User:
    id: int


shown = respond(200).json(User).cache_control(no_stroe=True).compile()  # E: no_store

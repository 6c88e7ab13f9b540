from __future__ import annotations

import dataclasses

from antiphon import respond


@dataclasses.dataclass
class User:
    id: int


shown = respond(200).json(User).headers(cahce_control="no-store").compile()  # E: Cache-Control

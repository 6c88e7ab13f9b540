from __future__ import annotations

import dataclasses

from antiphon import respond


@dataclasses.dataclass
class User:
    id: int


shown = respond(200).json(User).header("X-Next", "a\r\nSet-Cookie: admin=1").compile()  # E: response splitting

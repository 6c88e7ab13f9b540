from __future__ import annotations

import dataclasses

from antiphon import respond


@dataclasses.dataclass
class User:
    id: int


shown = respond(200).json(User).header("Content-Security-Policy", "default-src self").compile()  # E: self without quotes is a host

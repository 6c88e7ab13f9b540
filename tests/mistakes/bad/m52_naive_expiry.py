from __future__ import annotations

import dataclasses
from datetime import datetime

from antiphon import respond


@dataclasses.dataclass
class User:
    id: int


shown = respond(200).json(User).cookie("sid", "x", expires=datetime(2030, 1, 1)).compile()  # E: in which time zone?

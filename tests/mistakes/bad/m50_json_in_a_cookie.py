from __future__ import annotations

import dataclasses

from antiphon import respond


@dataclasses.dataclass
class User:
    id: int


shown = respond(200).json(User).cookie("cart", '{"items": [1, 2]}').compile()  # E: quotes and commas are cut or refused

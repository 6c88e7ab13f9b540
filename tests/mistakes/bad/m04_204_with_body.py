from __future__ import annotations

import dataclasses

from antiphon import respond


@dataclasses.dataclass
class User:
    id: int


done = respond(204).json(User).compile()  # E: no content on 204

from __future__ import annotations

import dataclasses

from antiphon import respond


@dataclasses.dataclass
class User:
    id: int


shown = respond(200).json(User).header("Content-Disposition", "attachment; filename*=UTF-8''Best%C3%A4tigung.pdf").compile()

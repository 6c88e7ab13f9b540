from __future__ import annotations

import dataclasses

from antiphon import respond


@dataclasses.dataclass
class Report:
    at: int


shown = respond(200).json(Report).compile()

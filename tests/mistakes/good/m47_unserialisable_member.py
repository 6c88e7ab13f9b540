from __future__ import annotations

import dataclasses

from antiphon import respond


@dataclasses.dataclass
class Report:
    at: str


shown = respond(200).json(Report).compile()

from __future__ import annotations

import dataclasses
import datetime

from antiphon import respond


@dataclasses.dataclass
class Report:
    at: datetime.datetime


shown = respond(200).json(Report).compile()

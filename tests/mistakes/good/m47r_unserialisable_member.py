from __future__ import annotations

import dataclasses

from antiphon import Reply


@dataclasses.dataclass
class Report:
    at: str


class Shown(Reply[Report]): ...

from __future__ import annotations

import dataclasses
from typing import Literal

from antiphon import respond
from antiphon.responses import JSONResponse


@dataclasses.dataclass
class User:
    id: int


shown = respond(200).json(User).compile()
queued = respond(202).json(User).compile()


def endpoint() -> JSONResponse[Literal[202], User]:
    return shown(User(id=1))  # E: 202 is declared

from __future__ import annotations

import dataclasses
from typing import Literal

from antiphon import redirect, respond
from antiphon.responses import JSONResponse


@dataclasses.dataclass
class User:
    id: int


shown = respond(200).json(User).compile()
login = redirect(303, location="/login").compile()


def endpoint(signed_in: bool = False) -> JSONResponse[Literal[200], User]:
    if not signed_in:
        return login()  # E: only 200 with a User is declared
    return shown(User(id=1))

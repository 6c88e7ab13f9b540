from __future__ import annotations

import dataclasses
from typing import Literal

from antiphon import redirect, respond
from antiphon.responses import JSONResponse, RedirectResponse


@dataclasses.dataclass
class User:
    id: int


shown = respond(200).json(User).compile()
login = redirect(303, location="/login").compile()


def endpoint(signed_in: bool = False) -> JSONResponse[Literal[200], User] | RedirectResponse[int]:
    if not signed_in:
        return login()
    return shown(User(id=1))

from __future__ import annotations

import dataclasses

from antiphon import respond


@dataclasses.dataclass
class User:
    id: int


shown = respond(200).json(User).access_control_allow_origin("*").access_control_allow_credentials().compile()  # E: browsers refuse the pair

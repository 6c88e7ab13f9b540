from __future__ import annotations

import dataclasses

from antiphon import Reply


@dataclasses.dataclass
class User:
    id: int


class Shown(Reply[User], access_control_allow_origin="https://shop.example", access_control_allow_credentials="true", vary="Origin"): ...

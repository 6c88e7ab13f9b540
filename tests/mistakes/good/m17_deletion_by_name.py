from __future__ import annotations

import dataclasses

from antiphon import respond


@dataclasses.dataclass
class User:
    id: int


signed_in = respond(200).json(User).cookie("sid", "x", path="/app").compile()
signed_out = respond(204).delete_cookie(signed_in.spec.cookies[0]).compile()

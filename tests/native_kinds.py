"""Each kind of response that the extension makes or sends."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
import starlette.responses

from antiphon import Bodiless, Reply, respond, responses


class User(msgspec.Struct):
    id: int


class Found(Reply[User]):
    """A declared reply."""


class Empty(Bodiless):
    """One without content."""


compiled: Any = respond(200).json(dict[str, int]).background("on_success").compile()
constant: Any = respond(204).compile()
#: Each kind of response, and the class of Starlette that it derives from.
KINDS: dict[str, tuple[Any, type]] = {
    "compiled": (lambda: compiled({"n": 1}), starlette.responses.JSONResponse),
    "constant": (constant, starlette.responses.Response),
    "reply": (lambda: Found(User(1)), starlette.responses.JSONResponse),
    "bodiless": (Empty, starlette.responses.Response),
    "drop-in": (lambda: responses.JSONResponse({"n": 1}), starlette.responses.JSONResponse),
}
every_kind = pytest.mark.parametrize("make", [make for make, _ in KINDS.values()], ids=list(KINDS))
LAYOUT = ("status_code", "background", "body", "raw_headers")

"""Find out which declared response is being sent: it is in a frame of the call that sends it."""

from __future__ import annotations

from types import FrameType
from typing import Final

from antiphon.responses import Response
from antiphon.spec import ResponseSpec

#: The modules whose `__call__` sends a response of ours.
_SENDING: Final = ("antiphon.reply.", "antiphon.responses.", "antiphon.runtime.")
#: No application has more calls between a response and its server.
_DEEPEST: Final = 200


def sent_by(frame: FrameType | None) -> ResponseSpec | None:
    """The spec of the response of ours that calls, through whatever middleware; None for others.

    Of classes of replies it is known always, of compiled responses where they are traced: see `compiler/tracing.py`. A
    middleware that sends in a task of its own, as Starlette's BaseHTTPMiddleware does, hides it.
    """
    for _ in range(_DEEPEST):
        if frame is None:
            return None
        name = frame.f_code.co_name
        if name == "antiphon_send":
            declared: ResponseSpec = frame.f_locals["antiphon_declared"]
            return declared
        if name == "__call__" and str(frame.f_globals.get("__name__")).startswith(_SENDING):
            response = frame.f_locals.get("self")
            spec = getattr(type(response), "spec", None) if isinstance(response, Response) else None
            return spec if isinstance(spec, ResponseSpec) else None
        frame = frame.f_back
    return None

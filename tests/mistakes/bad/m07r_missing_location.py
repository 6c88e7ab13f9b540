from __future__ import annotations

from antiphon import Redirect


class SeeOther(Redirect): ...


def endpoint() -> SeeOther:
    return SeeOther()  # E: a redirect without Location

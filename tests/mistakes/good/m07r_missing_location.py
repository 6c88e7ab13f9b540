from __future__ import annotations

from antiphon import Location, Redirect


class SeeOther(Redirect): ...


def endpoint() -> SeeOther:
    return SeeOther(location=Location("/orders"))

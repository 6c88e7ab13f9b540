from __future__ import annotations

from antiphon import Location, Redirect


class Back(Redirect): ...


def endpoint(target: str = "/orders") -> Back:
    return Back(location=Location(target))

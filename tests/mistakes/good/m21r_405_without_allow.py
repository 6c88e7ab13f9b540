from __future__ import annotations

from antiphon import MethodNotAllowed, Problem


class Refused(MethodNotAllowed[Problem]): ...


def endpoint() -> Refused:
    return Refused(Problem(), allow=("GET",))

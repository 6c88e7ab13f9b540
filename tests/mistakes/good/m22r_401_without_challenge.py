from __future__ import annotations

from antiphon import Challenge, Problem, Unauthorized


class Refused(Unauthorized[Problem]): ...


def endpoint() -> Refused:
    return Refused(Problem(), www_authenticate=Challenge("Bearer"))

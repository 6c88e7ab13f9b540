from __future__ import annotations

from antiphon import Problem, Unauthorized


class Refused(Unauthorized[Problem]): ...


def endpoint() -> Refused:
    return Refused(Problem())  # E: 401 without WWW-Authenticate

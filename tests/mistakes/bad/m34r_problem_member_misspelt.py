from __future__ import annotations

from antiphon import Problem, Reply


class Missing(Reply[Problem], status=404): ...


def endpoint() -> Missing:
    return Missing(Problem(titel="No such user"))  # E: title

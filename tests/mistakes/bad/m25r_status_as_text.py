from __future__ import annotations

from antiphon import Problem, Reply


class Missing(Reply[Problem], status="404"): ...  # E: a status is an int

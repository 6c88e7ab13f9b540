from __future__ import annotations

from datetime import timedelta

from antiphon import Problem, Reply, header


class Busy(Reply[Problem], status=503):
    retry_after: timedelta = header()


def endpoint() -> Busy:
    return Busy(Problem(), retry_after="soon")  # E: seconds or a moment

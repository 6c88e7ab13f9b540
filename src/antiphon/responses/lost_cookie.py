"""The error for a cookie that would not arrive as it is meant."""

from __future__ import annotations

from collections.abc import Iterable

from antiphon.errors import Fault, ParamError, error_of
from antiphon.http.cookie_checks import CHECKS, Reason


def lost_cookie(reasons: Iterable[Reason]) -> ParamError:
    """One error with every reason, each with the help and the citation of its rule."""
    checks = ((reason, CHECKS[reason.code]) for reason in reasons)
    faults = (Fault(reason.message, reason.code, check.help, check.citation) for reason, check in checks)
    return error_of("set_cookie", faults)

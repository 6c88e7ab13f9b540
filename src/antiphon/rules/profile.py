"""Severity profiles: the levels that the rules give, or higher ones for a strict project."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from typing import Literal, TypeAlias, get_args

from antiphon.diagnostics.diagnostic import Diagnostic
from antiphon.rules.registry import rules

Profile: TypeAlias = Literal["default"] | Literal["strict"]
PROFILES: tuple[Profile, ...] = tuple(name for one in get_args(Profile) for name in get_args(one))


def at_profile(diagnostics: Iterable[Diagnostic], profile: Profile) -> tuple[Diagnostic, ...]:
    """The findings at the levels of a profile. A rule's own file says where `strict` differs from `default`.

    Raises ValueError for a profile that there is not.
    """
    if profile not in PROFILES:
        raise ValueError(f"there is no profile {profile!r}; the profiles are {' and '.join(PROFILES)}")
    if profile == "default":
        return tuple(diagnostics)
    raised = {(rule.code, rule.level): rule.strict for rule in rules() if rule.strict}
    return tuple(dataclasses.replace(one, level=raised.get((one.code, one.level)) or one.level) for one in diagnostics)

# Written by `nox -s generate` from src; do not edit.
"""Severity profiles: the levels that the rules give, or higher ones for a strict project."""

from collections.abc import Iterable
from typing import Literal, TypeAlias

from antiphon.diagnostics.diagnostic import Diagnostic

Profile: TypeAlias = Literal["default"] | Literal["strict"]
PROFILES: tuple[Profile, ...]

def at_profile(diagnostics: Iterable[Diagnostic], profile: Profile) -> tuple[Diagnostic, ...]:
    """The findings at the levels of a profile. A rule's own file says where `strict` differs from `default`.

    Raises ValueError for a profile that there is not.
    """

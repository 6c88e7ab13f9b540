# Written by `nox -s generate` from src; do not edit.
"""What the command line and the nearest `[tool.antiphon]` say together."""

import dataclasses
from collections.abc import Iterable, Sequence
from pathlib import Path

from antiphon.diagnostics.diagnostic import Diagnostic
from antiphon.rules.profile import Profile

@dataclasses.dataclass(frozen=True)
class Settings:
    """How findings are weighed, and which ones are left out. Errors are always reported.

    `targets` are judged where the command line names none; paths among them are relative to `folder`. Of warnings and
    advice, those are reported whose code begins with one of `selected`, if there are any, and is not `ignored`.
    """

    profile: Profile = "default"
    targets: tuple[str, ...] = ()
    selected: tuple[str, ...] = ()
    ignored: frozenset[str] = frozenset()
    folder: Path | None = None

    def from_home(self) -> tuple[str, ...]:
        """The targets as they are named from the current folder; modules of the project become importable."""

    def weighed(self, diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
        """The findings at the profile's levels."""

    def reports(self, diagnostic: Diagnostic) -> bool:
        """Whether a finding, at its profile's level, is to be reported."""

def settings_for(names: Sequence[str], *, profile: Profile | None = None) -> Settings:
    """The settings of the project that targets or files belong to: those of the nearest `[tool.antiphon]` above them.

    Modules belong to the current folder. Raises CannotRun for a configuration that is wrong, and for targets of
    several projects.
    """

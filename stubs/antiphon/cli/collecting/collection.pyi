# Written by `nox -s generate` from src; do not edit.
"""Everything that the targets declare, judged."""

import dataclasses
from collections.abc import Sequence
from pathlib import Path

from antiphon.cli.collecting.judged import Judgement
from antiphon.cli.terminal.cannot_run import CannotRun
from antiphon.diagnostics.diagnostic import Diagnostic

@dataclasses.dataclass(frozen=True)
class Collection:
    """What the targets declare, what was raised on the way, and which targets could not be reached.

    `stopped` are the modules that raised, so that what stands below in them was not judged.
    """

    home: Path
    judgements: tuple[Judgement, ...]
    failures: tuple[Diagnostic, ...]
    stopped: tuple[str, ...]
    not_run: tuple[CannotRun, ...]

def collect(texts: Sequence[str]) -> Collection:
    """Import what each TARGET names and judge what is declared there. Raises CannotRun where no folder is current."""

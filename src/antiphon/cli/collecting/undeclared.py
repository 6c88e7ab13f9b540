"""Notes of what `antiphon lint` would see in modules that declare nothing."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from antiphon.cli.collecting.report import Noted
from antiphon.cli.inputs.sources import judged_file
from antiphon.diagnostics.diagnostic import summary
from antiphon.rules.profile import Profile

#: So many files are read for it; the note is advice, and no report.
_MOST = 200


def undeclared(files: Iterable[str], home: Path, profile: Profile) -> Iterator[Noted]:
    """A note for each module that makes responses with a framework alone: how many, and what `lint` finds in them."""
    for file in sorted(files)[:_MOST]:
        path = Path(os.path.relpath(file, home))
        seen = judged_file(path, profile)
        if not seen.responses:
            continue
        many = "a response" if seen.responses == 1 else f"{seen.responses} responses"
        told = summary([one.diagnostic for one in seen.found])
        yield Noted(f"{path} makes {many} without antiphon; `antiphon lint {path}` sees: {told}", str(path))

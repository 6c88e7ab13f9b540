"""A text judged without being run, by the settings of its project."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from antiphon.cli.collecting.report import Found
from antiphon.cli.collecting.settings import Settings, settings_for
from antiphon.cli.inputs.ignoring import divided
from antiphon.cli.inputs.sources import LARGEST, judged_text
from antiphon.cli.language_server.alone import is_left_alone
from antiphon.cli.terminal.cannot_run import CannotRun
from antiphon.errors import PluginError


@dataclasses.dataclass(frozen=True, slots=True)
class Read:
    """The findings of a text; None where it could not be judged, and `why` where somebody has to mend something."""

    text: str
    found: tuple[Found, ...] | None = ()
    why: str = ""


def read(file: Path | None, home: Path | None, text: str) -> Read:
    """Judge what a text makes with other frameworks, as `antiphon lint` judges it: by the settings of its project."""
    try:
        settings = settings_for([str(file)]) if file is not None else Settings()
        if len(text) > LARGEST or (file is not None and home is not None and is_left_alone(file, home, settings)):
            return Read(text)
        judged = judged_text(text, str(file or "a buffer"), settings.profile)
    except PluginError as error:
        return Read(text, None, f"antiphon judges nothing: {error}")
    except CannotRun as error:
        return Read(text, None, f"antiphon judges nothing here: {error} ({error.where}); {error.help}")
    if judged.why:  # it is being written: nothing is known until it can be read again
        return Read(text, None)
    wanted = [one for one in judged.found if settings.reports(one.diagnostic)]
    kept, _, _ = divided(wanted, settings.ignored_in_captures)
    return Read(text, tuple(kept))

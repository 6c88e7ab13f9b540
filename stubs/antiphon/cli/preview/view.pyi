# Written by `nox -s generate` from src; do not edit.
"""One response as `antiphon show` sees it."""

import dataclasses
from pathlib import Path
from typing import Any

from antiphon.cli.collecting.judged import Judgement
from antiphon.cli.preview.sent import Wire, wire
from antiphon.cli.preview.signature import signature
from antiphon.spec import ResponseSpec

@dataclasses.dataclass(frozen=True)
class View:
    """A response with everything there is to show. Where `wire` is None, `gap` says why."""

    name: str
    place: str
    spec: ResponseSpec
    wire: Wire | None = None
    gap: str = ""
    signature: str = ""
    code: str = ""

def view(judgement: Judgement, home: Path) -> View:
    """Compile the response, unless it is refused, and send it. Places are told relative to `home`."""

def text(view: View, *, code: str) -> str:
    """For people. `code` is shown as the generated code."""

def json_form(view: View) -> dict[str, Any]:
    """For programs. Content that is not UTF-8 is in base64."""

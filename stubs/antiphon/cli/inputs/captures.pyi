# Written by `nox -s generate` from src; do not edit.
"""Inputs, read and judged."""

from collections.abc import Sequence

from antiphon.cli.collecting.report import Report
from antiphon.cli.collecting.settings import Settings

STANDARD_INPUT: str

def judged_inputs(
    names: Sequence[str], *, form: str | None, url: str | None, method: str | None, settings: Settings
) -> Report:
    """The report of all inputs. What cannot be read does not keep the others from being judged.

    `url` and `method` are for responses that stand without a request.
    """

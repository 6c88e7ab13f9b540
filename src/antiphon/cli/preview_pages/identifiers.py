"""Names for the parts of the page that links lead to: the same from run to run."""

from __future__ import annotations

import re
from collections.abc import Iterable

from antiphon.cli.preview_pages.project import ProjectShown


def identifiers(project: ProjectShown) -> dict[str, str]:
    """The identifier of each response and module by its key. Two that would be alike get numbers."""
    found: dict[str, str] = {}
    for key in (*_keys(project), *(module.name for module in project.modules)):
        word = re.sub(r"[^A-Za-z0-9_]+", "-", key).strip("-") or "response"
        number, name = 1, word
        while name in found.values():
            number += 1
            name = f"{word}-{number}"
        found.setdefault(key, name)
    return found


def _keys(project: ProjectShown) -> Iterable[str]:
    return (response.key for response in project.responses)

"""Names for the parts of the page that links lead to: the same from run to run."""

from __future__ import annotations

import re

from antiphon.cli.preview_pages.project import ProjectShown


def identifiers(project: ProjectShown) -> dict[str, str]:
    """The identifier of each response and module by its key. Two that would be alike get numbers."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for key in (*(response.key for response in project.responses), *(module.name for module in project.modules)):
        word = re.sub(r"[^A-Za-z0-9_]+", "-", key).strip("-") or "response"
        number, name = 1, word
        while name in taken:
            number += 1
            name = f"{word}-{number}"
        if found.setdefault(key, name) == name:
            taken.add(name)
    return found

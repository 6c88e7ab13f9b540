"""The pages of `pages/`: one mistake each, with its wrong and its right spelling in every form that can say it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from tests.support.paths import ROOT

#: The headings of a page: the framework, and the letter that marks the spelling's name.
FORMS: Final = {
    "antiphon, builder": ("antiphon", ""),
    "antiphon, Reply class": ("antiphon", "r"),
    "Starlette": ("starlette", ""),
    "FastAPI": ("fastapi", ""),
    "Litestar": ("litestar", ""),
}
_SECTION = re.compile(
    r"^## (?P<form>[^\n]+)\n\nWrong:\n\n```python\n(?P<bad>.+?)```\n\nRight:\n\n```python\n(?P<good>.+?)```\n",
    re.MULTILINE | re.DOTALL,
)


def pages() -> list[Path]:
    """Every page, in the order of the mistakes."""
    return sorted((ROOT / "tests" / "mistakes" / "pages").glob("m*.md"))


def spellings(framework: str, kind: str) -> dict[str, str]:
    """The programs of a framework, `bad` or `good`, by name: `m05_...`, or `m05r_...` for a Reply class."""
    found: dict[str, str] = {}
    for page in pages():
        number, _, name = page.stem.partition("_")
        for section in _SECTION.finditer(page.read_text()):
            of, letter = FORMS[section["form"]]
            if of == framework:
                found[f"{number}{letter}_{name}"] = section[kind]
    return dict(sorted(found.items()))


def written(programs: dict[str, str], room: Path, prefix: str = "") -> list[Path]:
    """The programs as files of a folder."""
    room.mkdir(parents=True, exist_ok=True)
    paths = [room / f"{prefix}{name}.py" for name in programs]
    for path, text in zip(paths, programs.values(), strict=True):
        path.write_text(text)
    return paths

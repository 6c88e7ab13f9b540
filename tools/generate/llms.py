"""Writes `docs/llms.txt`: every page of the site with its first sentence, for programs that read (llmstxt.org)."""

from __future__ import annotations

import re
from pathlib import Path

from antiphon.diagnostics.pages import DOCS

ROOT = Path(__file__).resolve().parents[2] / "docs"

#: The sections, and the pages of each, by a glob.
SECTIONS = (
    ("Tutorials", "tutorials/*.md"),
    ("How-to", "how-to/*.md"),
    ("Reference", "reference/*.md"),
    ("Explanation", "*.md"),
    ("Optional", "rules/index.md"),
)

_HEAD = """\
# antiphon

> A typed HTTP response builder for Python: a response is declared once, judged before the first request, typed at the
call, and documented in OpenAPI.

`pip install antiphon`. The wheel has a short guide for coding assistants: `antiphon/.agents/skills/antiphon/SKILL.md`.
"""


def generated() -> dict[Path, str | None]:
    """The one file."""
    parts = [_HEAD]
    for title, pattern in SECTIONS:
        pages = sorted(path for path in ROOT.glob(pattern) if title == "Optional" or path.stem not in _LEFT_OUT)
        parts.append(f"## {title}\n\n" + "".join(map(_line, pages)))
    return {ROOT / "llms.txt": "\n".join(parts)}


#: Pages that only lead to others, or that nobody reads from top to bottom.
_LEFT_OUT = ("index", "explanation", "changelog")


#: Blocks and comments.
_NOT_SAID = re.compile(r"^```.*?^```$|<!--.*?-->", re.MULTILINE | re.DOTALL)


def _line(path: Path) -> str:
    title, text = title_and_first_sentence(path.read_text(encoding="utf-8"))
    address = path.relative_to(ROOT).with_suffix(".html")
    return f"- [{title}]({DOCS}{address.as_posix()}): {text}\n"


def title_and_first_sentence(page: str) -> tuple[str, str]:
    """The heading of a page, and the first sentence of its first paragraph, without markup."""
    title, _, rest = page.partition("\n")
    paragraphs = re.split(r"\n\s*\n", re.sub(_NOT_SAID, "", rest))
    first = next((one.strip() for one in paragraphs if re.match(r"(?!Written by)[A-Za-z0-9`\"*\[]", one.strip())), "")
    plain = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", " ".join(first.split()))
    sentence = re.match(r".*?[.:](?=\s|$)", plain)
    return title.lstrip("# ").strip(), (sentence[0] if sentence else plain).rstrip(":")

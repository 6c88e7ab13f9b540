"""A metadata hook of hatchling: the README as PyPI shows it, with the address of the site in its links.

In the repository links are relative, so that they work in any clone. PyPI knows no files beside the README: a link to a
page leads to the site there, and one to a picture to the copy that the site has.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Final

try:
    from hatchling.metadata.plugin.interface import MetadataHookInterface
except ImportError:  # the tests read the functions, and build nothing
    MetadataHookInterface = object  # type: ignore[assignment, misc]  # only hatchling makes an instance

_LINK = re.compile(r"(?<=\]\()(?!https?://|#|mailto:)(?P<path>[^)#\s]+)(?P<anchor>#[^)\s]+)?(?=\))")
_BLOCK = re.compile(r"(^```.*?^```$)", re.MULTILINE | re.DOTALL)

#: Files of the repository's top level, and the page of the site that has their text or leads to it.
PAGES: Final = {
    "CHANGELOG.md": "changelog.html",
    "SECURITY.md": "support.html#a-fault-of-security",
    "CONTRIBUTING.md": "support.html#the-source",
    "LICENSE": "support.html#the-source",
}


def site_of(root: Path) -> str:
    """The address of the site, from the one constant that has it."""
    source = (root / "src" / "antiphon" / "diagnostics" / "pages.py").read_text(encoding="utf-8")
    found = re.search(r'^DOCS: Final = "(?P<address>[^"]+)"$', source, re.MULTILINE)
    if found is None:
        raise LookupError("antiphon.diagnostics.pages has no DOCS")
    return found["address"]


def address_of(path: str, anchor: str) -> str:
    """The address, below the site's, of what a link names. Raises LookupError where the site has no such page."""
    if path in PAGES:
        return PAGES[path]
    if path.startswith("docs/pictures/"):
        return f"_images/{Path(path).name}"
    if path.startswith("docs/") and path.endswith(".md"):
        return f"{path.removeprefix('docs/').removesuffix('.md')}.html{anchor}"
    raise LookupError(f"README.md links to {path}, which the site does not have")


def on_pypi(readme: str, site: str) -> str:
    """The README with absolute links, outside of its code blocks."""

    def absolute(match: re.Match[str]) -> str:
        return site + address_of(match["path"], match["anchor"] or "")

    parts = _BLOCK.split(readme)
    return "".join(part if part.startswith("```") else _LINK.sub(absolute, part) for part in parts)


class ReadmeOnPyPI(MetadataHookInterface):
    """Gives the project's metadata its readme."""

    PLUGIN_NAME = "custom"

    def update(self, metadata: dict[str, Any]) -> None:
        """Called by hatchling when it builds."""
        root = Path(self.root)
        text = on_pypi((root / "README.md").read_text(encoding="utf-8"), site_of(root))
        metadata["readme"] = {"content-type": "text/markdown", "text": text}

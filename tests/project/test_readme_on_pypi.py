"""The README's links lead somewhere in the repository and, in the metadata that PyPI shows, on the site."""

from __future__ import annotations

import re
import runpy

import pytest

from antiphon.diagnostics.pages import DOCS
from tests.support.paths import ROOT

HOOK = runpy.run_path(str(ROOT / "tools" / "readme_on_pypi.py"))
SHOWN = HOOK["on_pypi"]((ROOT / "README.md").read_text(), DOCS)
TARGETS = re.findall(r"\]\(([^)\s]+)\)", re.sub(r"^```.*?^```$", "", SHOWN, flags=re.MULTILINE | re.DOTALL))


def test_the_hook_reads_the_one_constant() -> None:
    """The address is that of `antiphon.diagnostics.pages`."""
    assert HOOK["site_of"](ROOT) == DOCS


@pytest.mark.parametrize("target", TARGETS)
def test_every_link_is_absolute_and_has_a_page(target: str) -> None:
    """PyPI knows no files beside the README."""
    assert target.startswith("https://")
    if target.startswith(DOCS):
        page = target.removeprefix(DOCS).partition("#")[0]
        source = f"pictures/{page.removeprefix('_images/')}" if page.startswith("_images/") else page[:-5] + ".md"
        assert (ROOT / "docs" / source).exists()


def test_code_is_left_alone() -> None:
    """A text in a block that looks like a link is code."""
    assert HOOK["on_pypi"]("```py\nx[0](a)\n```\n[a](docs/index.md)\n", "https://s/") == (
        "```py\nx[0](a)\n```\n[a](https://s/index.html)\n"
    )


def test_a_link_to_what_the_site_does_not_have_is_refused() -> None:
    """The build fails, so that nobody publishes a dead link."""
    with pytest.raises(LookupError, match="src/antiphon"):
        HOOK["on_pypi"]("[a](src/antiphon)", "https://s/")

"""The reader of the built site finds what is dead, foreign or heavy, and nothing else."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

from tests.support.paths import ROOT

READER = runpy.run_path(str(ROOT / "tools" / "site_links.py"))


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "how-to").mkdir()
    (tmp_path / "site.css").write_text("p { color: red }")
    (tmp_path / "index.html").write_text(
        '<link rel="stylesheet" href="site.css"><h1 id="top">a</h1><a href="how-to/one.html#there">b</a>'
        '<a href="#top">c</a><a href="https://elsewhere.example/">d</a><a href="mailto:a@b.example">e</a>'
    )
    (tmp_path / "how-to" / "one.html").write_text(
        '<p id="there"><a href="../index.html">f</a><a href="../how-to/">g</a></p>'
    )
    (tmp_path / "how-to" / "index.html").write_text("<p>h</p>")
    return tmp_path


def _found(site: Path) -> list[str]:
    pages = READER["read"](site)
    return [*READER["dead"](site, pages), *READER["foreign"](pages), *READER["heavy"](site, pages)]


def test_a_whole_site_has_no_faults(site: Path) -> None:
    """Links to files, folders, anchors and other hosts."""
    assert _found(site) == []


@pytest.mark.parametrize(
    ("added", "says"),
    [
        ('<a href="gone.html">x</a>', "index.html: gone.html leads nowhere"),
        ('<a href="how-to/one.html#gone">x</a>', "index.html: how-to/one.html has no #gone"),
        ('<a href="#gone">x</a>', "index.html: index.html has no #gone"),
        ('<img src="gone.svg">', "index.html: gone.svg leads nowhere"),
        ('<a href="../outside.html">x</a>', "index.html: ../outside.html leads nowhere"),
        (
            '<script src="https://cdn.example/x.js"></script>',
            "index.html: loads https://cdn.example/x.js from another host",
        ),
    ],
)
def test_one_fault_is_found(site: Path, added: str, says: str) -> None:
    """Each with its page."""
    page = site / "index.html"
    page.write_text(page.read_text() + added)

    assert _found(site) == [says]


def test_a_page_weighs_what_it_loads(site: Path) -> None:
    """The budget is for the page with its pictures, styles and scripts."""
    (site / "large.js").write_bytes(b"x" * 299_000)
    page = site / "index.html"
    page.write_text(f'{page.read_text()}<script src="large.js"></script><p>{"y" * 1000}</p>')

    (fault,) = _found(site)
    assert fault.startswith("index.html: 300 kB with all that it loads")

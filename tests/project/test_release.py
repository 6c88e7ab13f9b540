"""A release is refused for what is missing, and says what was built."""

from __future__ import annotations

import re
import runpy
import tomllib

import pytest

from antiphon.diagnostics.pages import DOCS
from tests.support.paths import ROOT

RELEASE = runpy.run_path(str(ROOT / "tools" / "release.py"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
FILES = ["antiphon-1.2.0.tar.gz", "antiphon-1.2.0-py3-none-any.whl"]

READY = """\
# Changelog

## Unreleased

## 1.2.0 - 2026-12-01

### Added

- A thing.

## 1.1.0 - 2026-11-01

- Old.
"""


def test_a_section_ends_where_the_next_begins() -> None:
    """The notes of a release are its own lines."""
    assert RELEASE["section"](READY, "1.2.0") == "### Added\n\n- A thing."
    assert RELEASE["section"](READY, "Unreleased") == ""
    assert RELEASE["section"](READY, "2.0.0") is None


def test_what_is_ready_is_not_refused() -> None:
    """A dated section, nothing unreleased, and the two files of the version."""
    assert RELEASE["faults"]("1.2.0", READY, FILES) == []


@pytest.mark.parametrize(
    ("version", "changelog", "names", "says"),
    [
        ("2.0.0", READY, ["antiphon-2.0.0.tar.gz", "antiphon-2.0.0-py3-none-any.whl"], "no section `## 2.0.0"),
        ("1.2.0", READY.replace("1.2.0 - 2026-12-01", "1.2.0"), FILES, "has no date"),
        ("1.2.0", READY.replace("## Unreleased\n", "## Unreleased\n\n- Left over.\n"), FILES, "under Unreleased"),
        ("1.2.0", READY, FILES[:1], "an sdist and a wheel of 1.2.0 are needed"),
    ],
    ids=["no section", "no date", "unreleased", "no wheel"],
)
def test_what_is_missing_is_said(version: str, changelog: str, names: list[str], says: str) -> None:
    """One fault, one line."""
    (fault,) = RELEASE["faults"](version, changelog, names)

    assert says in fault


def test_the_statement_names_files_commit_and_tools() -> None:
    """SLSA provenance v1, in in-toto's envelope."""
    made = RELEASE["statement"]({"a.whl": "00ff"}, commit="c0ffee", tools={"build": "1.5"})

    assert made["subject"] == [{"name": "a.whl", "digest": {"sha256": "00ff"}}]
    assert made["predicateType"] == "https://slsa.dev/provenance/v1"
    assert made["predicate"]["buildDefinition"]["resolvedDependencies"][0]["digest"] == {"gitCommit": "c0ffee"}
    assert made["predicate"]["runDetails"]["builder"]["version"] == {"build": "1.5"}


def test_the_version_is_in_one_place() -> None:
    """`pyproject.toml` has it, and no source repeats it."""
    assert RELEASE["version_in"]((ROOT / "pyproject.toml").read_text()) == PROJECT["version"]
    repeated = [
        path.relative_to(ROOT)
        for path in (ROOT / "src").rglob("*.py")
        if "__version__ =" in path.read_text() or f'"{PROJECT["version"]}"' in path.read_text()
    ]
    assert repeated == []


def test_the_addresses_of_the_project_are_pages_of_the_site() -> None:
    """Each URL of the metadata begins with the one constant, and names a page."""
    for address in PROJECT["urls"].values():
        page, _, anchor = address.removeprefix(DOCS).partition("#")
        source = ROOT / "docs" / (page.replace(".html", ".md") or "index.md")
        assert source.exists()
        headings = [line.lstrip("# ").lower().replace(" ", "-") for line in source.read_text().splitlines()]
        assert not anchor or anchor in headings


def test_no_session_writes_into_the_environment_of_one() -> None:
    """An environment is in `.nox/NAME`, and `release` used to remove its own."""
    text = (ROOT / "noxfile.py").read_text()
    sessions = set(re.findall(r"^def (\w+)\(session: nox.Session", text, re.MULTILINE))

    assert {"release", "docs"} <= sessions
    assert set() == sessions & set(re.findall(r'"\.nox" / "([\w-]+)"', text))

"""Tests of another project, run as they are against antiphon, and the score that is printed."""

from __future__ import annotations

import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Mapping
from pathlib import Path

from tests.support.patience import PATIENCE

DOWNLOADS = Path(__file__).parents[2] / ".nox" / "downloads"


def sdist(project: str, version: str) -> Path:
    """The path of a project's source distribution, downloaded by pip where it is not there yet."""
    archive = DOWNLOADS / f"{project}-{version}.tar.gz"
    if not archive.exists():
        pip = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check"]
        wanted = ["--no-deps", "--no-binary", project, "--dest", str(DOWNLOADS), f"{project}=={version}"]
        subprocess.run([*pip, *wanted], check=True, timeout=10 * PATIENCE)
    return archive


def outcomes(report: Path) -> dict[str, bool]:
    """Whether each case of pytest's XML report passed, by its class and name."""
    cases = ET.parse(report).getroot().iter("testcase")
    return {
        f"{case.attrib['classname']}::{case.attrib['name']}": not any(
            child.tag in {"failure", "error"} for child in case
        )
        for case in cases
    }


def told(title: str, passed: Mapping[str, bool], deliberate: Mapping[str, str]) -> bool:
    """Print the score, and what differs from the deliberate differences, which have the names of cases.

    Returns whether exactly those failed.
    """
    failed = sorted(name for name, good in passed.items() if not good)
    listed = {name for name in passed if name.partition("::")[2] in deliberate}
    print(f"{title}: {sum(passed.values())} of {len(passed)}")
    for name in failed:
        if name in listed:
            print(f"  deliberate: {name}\n    {deliberate[name.partition('::')[2]]}")
        else:
            print(f"  NOT deliberate: {name}")
    for name in sorted(listed.difference(failed)):
        print(f"  no longer a difference, take it off the list: {name}")
    return set(failed) == listed

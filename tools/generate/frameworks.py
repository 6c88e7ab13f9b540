"""The page of frameworks and features: each cell is a test of the conformance suite."""

from __future__ import annotations

import importlib.util
import re
import sys
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "reference" / "frameworks.md"
TABLE = ROOT / "tests" / "integrations" / "conformance" / "table.py"

HEAD = """# Frameworks

What each integration carries, from a real server and read from a socket. Each cell is a test of
`tests/integrations/test_FRAMEWORK.py`, which compares the wire with what the response sends as an ASGI application;
a number is a reason below.
<!-- Written by `nox -s generate`; do not edit. -->

Django and Falcon are asked by WSGI and by ASGI. Starlette and FastAPI are each asked by itself, and so are
django-ninja, Django REST framework and django-modern-rest.

The lowest version is the one that `nox -s lowest_frameworks` runs the same tests with; the newest is what CI installs.

"""
#: The packages of a group that is of several.
PACKAGES = {
    "starlette_and_fastapi": ("starlette", "fastapi"),
    "django_rest": ("django-ninja", "djangorestframework", "django-modern-rest"),
}

ELSEWHERE = (
    "Problems that an application fills (`fill=`), and problems in place of a framework's own (`problems=`), are for",
    "Starlette and FastAPI. Documents have [a page](../how-to/openapi-on-any-framework.md). DRF adds its Allow field",
    "to what its views return, and django-modern-rest asks its own negotiation first: an `Accept` that none of the",
    "endpoint's renderers can serve is a 406.",
)


def generated() -> dict[Path, str | None]:
    """The page."""
    spec = importlib.util.spec_from_file_location("conformance_table", TABLE)
    assert spec is not None
    assert spec.loader is not None
    table: Any = importlib.util.module_from_spec(spec)
    sys.modules["conformance_table"] = table
    spec.loader.exec_module(table)
    reasons: list[str] = []
    lines = [
        "| feature | " + " | ".join(table.FRAMEWORKS.values()) + " |",
        "| --- |" + " --- |" * len(table.FRAMEWORKS),
    ]
    lines.append("| lowest version | " + " | ".join(map(_lowest, table.FRAMEWORKS)) + " |")
    for key, feature in table.FEATURES.items():
        cells = [_cell(table, framework, key, reasons) for framework in table.FRAMEWORKS]
        lines.append(f"| {feature.title} | " + " | ".join(cells) + " |")
    numbered = [f"{number}. {reason}." for number, reason in enumerate(reasons, 1)]
    tests = [f"| {feature.title} | `{feature.test}` |" for feature in table.FEATURES.values()]
    page = "\n".join(
        [
            *lines,
            "",
            "## Not carried, and why",
            "",
            *numbered,
            "",
            *ELSEWHERE,
            "",
            "## The tests",
            "",
            "| feature | test |",
            "| --- | --- |",
            *tests,
            "",
        ]
    )
    return {PAGE: HEAD + page}


def _lowest(framework: str) -> str:
    """The lowest versions of its packages: those of its dependency group, or of their extras."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    extras = project["project"]["optional-dependencies"]
    packages = PACKAGES.get(framework, (framework,))
    group = project["dependency-groups"].get(framework.replace("_", "-")) or [extras[package] for package in packages]
    found = dict(re.findall(r"([\w-]+)>=([\d.]+)", " ".join(map(str, group))))
    return ", ".join(found[package] for package in packages)


def _cell(table: Any, framework: str, key: str, reasons: list[str]) -> str:
    if key == "client":
        found = table.CLIENTS.get(framework)
        mark = "yes, but "
    else:
        found, mark = table.MISSING.get(framework, {}).get(key), "no "
    if found is None:
        return "yes"
    reason = found[0].upper() + found[1:]
    text = f"{table.FRAMEWORKS[framework]}: {reason}" if key == "client" else reason
    if text not in reasons:
        reasons.append(text)
    return f"{mark}[{reasons.index(text) + 1}](#not-carried-and-why)"

"""A release, from the one place that has the version: `release.py DIST [--rehearse]`.

DIST holds an sdist and a wheel that were built just now. Beside them are written `SHA256SUMS`, the changelog's section
as `NOTES.md`, and `provenance.intoto.json`: a statement (in-toto, SLSA provenance v1) of which commit was built, by
which program, with which versions. Nothing is uploaded. A release is refused where the changelog has no section of the
version, where something is left under "Unreleased", or where the working tree has changes; `--rehearse` tells of these
and goes on.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.metadata
import json
import platform
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]


def main(arguments: list[str] | None = None) -> int:
    """The command. Exit 1 where the release is refused."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dist", type=Path)
    parser.add_argument("--rehearse", action="store_true", help="tell of what is missing, and go on")
    options = parser.parse_args(arguments)
    version = version_in((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    files = sorted(one for one in options.dist.iterdir() if one.name.startswith("antiphon-"))
    missing = [*faults(version, changelog, [one.name for one in files]), *_tree_faults()]
    for fault in missing:
        print(f"{'note' if options.rehearse else 'error'}: {fault}", file=sys.stderr)
    if missing and not options.rehearse:
        return 1
    digests = {one.name: hashlib.sha256(one.read_bytes()).hexdigest() for one in files}
    _write(options.dist / "SHA256SUMS", "".join(f"{digest}  {name}\n" for name, digest in digests.items()))
    _write(options.dist / "NOTES.md", (section(changelog, version) or section(changelog, "Unreleased") or "") + "\n")
    made = statement(digests, commit=_git("rev-parse", "HEAD"), tools=_tools())
    _write(options.dist / "provenance.intoto.json", json.dumps(made, indent=2, sort_keys=True) + "\n")
    return 0


def version_in(pyproject: str) -> str:
    """The version, which is written in `pyproject.toml` and nowhere else."""
    return str(tomllib.loads(pyproject)["project"]["version"])


def section(changelog: str, heading: str) -> str | None:
    """The text below `## HEADING`, with or without a date after it; None where there is no such section."""
    head = rf"^## \[?{re.escape(heading)}\]?(?: [^\n]*)?\n"
    found = re.search(rf"{head}(?P<text>.*?)(?=^## |\Z)", changelog, re.MULTILINE | re.DOTALL)
    return found["text"].strip() if found else None


def faults(version: str, changelog: str, names: Iterable[str]) -> list[str]:
    """The reasons not to release."""
    found = []
    text = section(changelog, version)
    if not text:
        found.append(f"CHANGELOG.md has no section `## {version} - DATE`")
    elif not re.search(rf"^## \[?{re.escape(version)}\]? - \d{{4}}-\d\d-\d\d$", changelog, re.MULTILINE):
        found.append(f"the section of {version} in CHANGELOG.md has no date: `## {version} - 2026-12-01`")
    if section(changelog, "Unreleased"):
        found.append("CHANGELOG.md has lines under Unreleased: move them into the section of the version")
    wanted = {f"antiphon-{version}.tar.gz", f"antiphon-{version}-py3-none-any.whl"}
    if set(names) != wanted:
        found.append(f"an sdist and a wheel of {version} are needed, and there is {', '.join(sorted(names)) or 'none'}")
    return found


def statement(digests: Mapping[str, str], *, commit: str, tools: Mapping[str, str]) -> dict[str, Any]:
    """An in-toto statement with SLSA's provenance v1: what was built, from which commit, by what."""
    return {
        "_type": "https://in-toto.io/Statement/v1",
        "subject": [{"name": name, "digest": {"sha256": digest}} for name, digest in sorted(digests.items())],
        "predicateType": "https://slsa.dev/provenance/v1",
        "predicate": {
            "buildDefinition": {
                "buildType": "https://antiphon.readthedocs.io/en/latest/versioning.html#releases",
                "externalParameters": {"session": "release"},
                "resolvedDependencies": [{"uri": "git+local", "digest": {"gitCommit": commit}}],
            },
            "runDetails": {"builder": {"id": "nox -s release", "version": dict(tools)}},
        },
    }


def _tools() -> dict[str, str]:
    names = ("build", "hatchling", "twine")
    found = {name: _version(name) for name in names}
    return {name: version for name, version in found.items() if version} | {"python": platform.python_version()}


def _version(distribution: str) -> str | None:
    try:
        return importlib.metadata.version(distribution)
    except importlib.metadata.PackageNotFoundError:
        return None


def _tree_faults() -> list[str]:
    return ["the working tree has changes that no commit has"] if _git("status", "--porcelain") else []


def _git(*arguments: str) -> str:
    return subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    print(f"wrote {path}")


if __name__ == "__main__":
    sys.exit(main())

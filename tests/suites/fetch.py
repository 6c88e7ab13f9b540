"""Fetches public suites from the Python Package Index into tests/suites/cases: `fetch.py` (session `suites`).

Each package is pinned, since its cases are what docs/scores.md counts. The suites of other projects that no registry
carries are named by `ELSEWHERE`: their repository and commit.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
import re
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent

#: In no package registry with its tests: the suite's file, and where it comes from.
ELSEWHERE = {
    "http_state_parser, http_state_dates": "abarth/http-state @ 155e45c",
    "jshttp_cookie_*": "jshttp/cookie @ 51c4854",
    "jshttp_content_type_*": "jshttp/content-type @ 04b9688",
    "jshttp_content_disposition_*": "jshttp/content-disposition @ 1a542fe",
    "tough_cookie": "salesforce/tough-cookie @ c1cb022",
    "undici_cookie_validators": "nodejs/undici @ 7eb7c8ec8",
    "link_header": "jhermsmeier/node-http-link-header @ 9b2c060",
    "rust_cookie_rs": "rwf2/cookie-rs @ 8e97000",
    "mimesniff_*, whatwg_url": "web-platform-tests, as in servo/rust-url @ 25137be",
    "structured_fields": "httpwg/structured-field-tests @ 1e280c3",
}


def httplint_fields() -> list[dict[str, Any]]:
    """Single fields with the notes that httplint 2026.10.4 makes of them: the tests beside its parsers."""
    from httplint.field.tests import FakeRequestLinter, FieldTest

    package = importlib.import_module("httplint.field.parsers")
    for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
        importlib.import_module(module.name)
    found = []
    for test in sorted(_descendants(FieldTest), key=lambda cls: (cls.__module__, cls.__name__)):
        if not test.name:
            continue
        values = [value.decode("latin-1") for value in test.inputs]
        given = {"field": test.name, "values": values, "request": issubclass(test.linter_class, FakeRequestLinter)}
        notes = [[note.__name__, str(note.level)] for note in test.expected_notes]
        found.append({"id": test.__name__, "input": given, "expected": {"notes": notes}})
    return found


def _descendants(cls: type) -> list[Any]:
    children: list[Any] = cls.__subclasses__()
    return [each for child in children for each in (child, *_descendants(child))]


def public_suffix() -> list[dict[str, Any]]:
    """Names and their registrable domains, from the list's own tests."""
    with tempfile.TemporaryDirectory() as room:
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--no-binary=:all:", "--dest", room]
        subprocess.run([*command, "publicsuffixlist==1.1.2.20261023"], check=True)
        (sdist,) = Path(room).glob("*.tar.gz")
        with tarfile.open(sdist) as archive:
            name = next(name for name in archive.getnames() if name.endswith("/test_psl.txt"))
            member = archive.extractfile(name)
            text = member.read().decode() if member else ""
    pairs = re.findall(r"^checkPublicSuffix\((null|'[^']*'), (null|'[^']*')\);", text, re.MULTILINE)
    said = [[None if word == "null" else word.strip("'") for word in pair] for pair in pairs]
    return [{"id": f"public_suffix-{i:04}", "input": a, "expected": b} for i, (a, b) in enumerate(said, 1)]


def main() -> int:
    """Write the files, and say which suites no registry has."""
    target = HERE / "cases"
    target.mkdir(exist_ok=True)
    for suite in (httplint_fields, public_suffix):
        found = suite()
        (target / f"{suite.__name__}.json").write_text(json.dumps(found, indent=0))
        print(f"{suite.__name__}: {len(found)} cases")
    for suite_file, source in ELSEWHERE.items():
        print(f"{suite_file}: in no package registry; {source}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Starlette's own tests of its response classes, with antiphon's classes in their place; prints the score.

python -m tests.integrations.starlette_suite [pytest arguments]

Needs starlette, httpx2, python-multipart, trio, pytest and pip beside antiphon: `nox -s starlette_suite` brings them.
The sdist is downloaded once, into .nox/downloads; its tests run in a temporary folder, where the import of the
response classes is the only line that is changed. The exit code is 0 where exactly the deliberate differences fail.
"""

from __future__ import annotations

import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from tests.integrations.suite_of_another import outcomes, sdist, told
from tests.support.patience import PATIENCE

VERSION = "1.10.0"
#: The cases of Starlette's suite under asyncio and trio.
CASES = 188
WANTED = ("tests/__init__.py", "tests/conftest.py", "tests/types.py", "tests/test_responses.py", "pyproject.toml")
IMPORT = "from starlette.responses import FileResponse, JSONResponse, RedirectResponse, Response, StreamingResponse\n"

#: The tests that fail on purpose, and why; docs/decisions/0010-drop-in-differences.md says more.
DELIBERATE: dict[str, str] = {
    f"test_file_response_only_support_bytes_range[{backend}]": (
        "expects 400 for a Range in an unknown unit; RFC 9110 section 14.2: an origin server MUST ignore it"
    )
    for backend in ("asyncio", "trio")
}
if sys.version_info < (3, 14):
    DELIBERATE["test_delete_cookie_partitioned[True]"] = (
        "expects partitioned=True to fail before Python 3.14; antiphon writes Partitioned on every Python"
    )


def unpack(archive: Path, room: Path) -> None:
    """The tests of the response classes, with what they import; the one import changed."""
    with tarfile.open(archive) as tar:
        for name in WANTED:
            source = tar.extractfile(f"starlette-{VERSION}/{name}")
            if source is None:
                raise SystemExit(f"{archive} holds no {name}")
            path = room / name
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(source.read())
    tests = room / "tests" / "test_responses.py"
    text = tests.read_text(encoding="utf-8")
    if text.count(IMPORT) != 1:
        raise SystemExit("the suite imports its response classes in another way than this script expects")
    tests.write_text(
        text.replace(IMPORT, IMPORT.replace("starlette.responses", "antiphon.responses")), encoding="utf-8"
    )


def main(arguments: list[str]) -> int:
    """Run the suite and compare what failed with what is meant to."""
    archive = sdist("starlette", VERSION)
    with tempfile.TemporaryDirectory() as folder:
        room = Path(folder)
        unpack(archive, room)
        report = room / "report.xml"
        command = [sys.executable, "-m", "pytest", "-q", "--no-header", "--tb=short", f"--junit-xml={report}"]
        done = subprocess.run(
            [*command, *arguments, "tests/test_responses.py"],
            cwd=room,
            capture_output=True,
            text=True,
            check=False,
            timeout=10 * PATIENCE,
        )
        if not report.exists():
            print(done.stdout, done.stderr, sep="\n")
            return 2
        passed = outcomes(report)
    good = told(f"Starlette {VERSION}, tests/test_responses.py with antiphon.responses", passed, DELIBERATE)
    if not good:
        print(done.stdout)
    if not arguments and len(passed) != CASES:
        print(f"  {len(passed)} cases ran where {CASES} were expected: is trio installed?")
        return 1
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""FastAPI's own tests with every application switched on by `install`; prints the score.

python -m tests.integrations.fastapi_suite [pytest arguments]

`nox -s fastapi_suite` brings what it needs. The sdist is downloaded once, into .nox/downloads; its tests run as they
are, in a temporary folder, with the plugin `switched_on`. The exit code is 0 where exactly the deliberate differences
fail. The tests of telemetry are left out: they watch child processes by the clock.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from tests.integrations.suite_of_another import outcomes, sdist, told
from tests.support.patience import PATIENCE

VERSION = "0.165.0"
HERE = Path(__file__).parent
WANTED = ("tests/", "docs_src/", "docs/en/docs/img/", "scripts/", "pyproject.toml")
LEFT_OUT = ("tests/test_telemetry", "tests/test_fastapi_cli.py")

#: The tests that fail on purpose, and why; docs/decisions/0090-how-fastapi-handlers-are-read.md says more.
DELIBERATE: dict[str, str] = dict.fromkeys(
    ("test_invalid_response_model_field", "test_invalid_response_model[tutorial003_04]"),
    "expects a refusal of a union with a response class, such as `-> Response | dict`, which is read",
)


def unpack(archive: Path, room: Path) -> None:
    """The tests and the examples that they import, without the package itself."""
    with tarfile.open(archive) as tar:
        for member in tar.getmembers():
            name = member.name.partition("/")[2]
            if member.isfile() and name.startswith(WANTED):
                member.name = name
                tar.extract(member, room, filter="data")


def main(arguments: list[str]) -> int:
    """Run the suite and compare what failed with what is meant to."""
    archive = sdist("fastapi", VERSION)
    with tempfile.TemporaryDirectory() as folder:
        room = Path(folder)
        unpack(archive, room)
        report = room / "report.xml"
        command = [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "--no-header",
            "--tb=line",
            "-o",
            "addopts=",
            "-p",
            "switched_on",
        ]
        left_out = [f"--ignore={name}" for name in LEFT_OUT]
        done = subprocess.run(
            [*command, f"--junit-xml={report}", *left_out, *(arguments or ["tests"])],
            cwd=room,
            env={**os.environ, "PYTHONPATH": str(HERE)},
            capture_output=True,
            text=True,
            check=False,
            timeout=10 * PATIENCE,
        )
        if not report.exists():
            print(done.stdout, done.stderr, sep="\n")
            return 2
        passed = outcomes(report)
    title = f"FastAPI {VERSION}, its own tests with every application switched on"
    return 0 if told(title, passed, DELIBERATE) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

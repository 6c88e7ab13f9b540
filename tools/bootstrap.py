"""Runs nox on a machine that has Python 3.11+ and nothing else: `python3 noxfile.py -s NAME` comes here.

Where nox is not installed, it goes into a private virtual environment, .nox/bootstrap.
"""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".nox" / "bootstrap"


def main(arguments: list[str]) -> int:
    """Run nox with these arguments; gives its exit code."""
    if sys.version_info < (3, 11):
        sys.exit(f"antiphon needs Python 3.11 or later, and {sys.executable} is {sys.version.split()[0]}")
    python = sys.executable if find_spec("nox") else _bootstrapped()
    return subprocess.call([python, "-m", "nox", "--noxfile", str(ROOT / "noxfile.py"), *arguments])


def _bootstrapped() -> str:
    """The Python of the private environment, which is made where it is absent, broken or half-finished."""
    python = str(VENV / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python"))
    if _runs(python, "-c", "import nox, uv"):
        return python
    if find_spec("venv") is None or find_spec("ensurepip") is None:
        version = "{}.{}".format(*sys.version_info)
        sys.exit(
            f"{sys.executable} cannot make virtual environments: it lacks venv or ensurepip\n"
            f"  help: on Debian and Ubuntu, apt-get install python3-venv (or python{version}-venv)"
        )
    print(f"installing nox into {VENV.relative_to(ROOT)}", file=sys.stderr)
    for command in (
        [sys.executable, "-m", "venv", "--clear", str(VENV)],
        [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "nox[uv]>=2025.2"],
    ):
        if code := subprocess.call(command):
            sys.exit(code)
    return python


def _runs(python: str, *arguments: str) -> bool:
    try:
        return subprocess.run([python, *arguments], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)

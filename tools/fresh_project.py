"""A new user's first steps: `antiphon check` in a fresh project, run by a Python that has only the wheel."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

GOOD = '''"""Responses of a shop."""

import msgspec

from antiphon import respond


class User(msgspec.Struct):
    id: int


found = respond(200).json(User).cache_control(no_store=True).compile()
'''

BAD = GOOD + 'kept = respond(200).json(User).cookie("__Host-sid", "t", path="/app").compile()\n'


def main(folder: Path) -> None:
    """Exits with a message where the command does not do what it promises."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    (folder / "good.py").write_text(GOOD, encoding="utf-8")
    (folder / "bad.py").write_text(BAD, encoding="utf-8")
    for name, code, says in (("good", 0, ""), ("bad", 1, "error[CK"), ("nowhere", 2, "nowhere.py")):
        ran = subprocess.run(
            [sys.executable, "-m", "antiphon", "check", f"{name}.py"],
            cwd=folder,
            capture_output=True,
            text=True,
            check=False,
        )
        output = ran.stdout + ran.stderr
        if ran.returncode != code or says not in output or "Traceback" in output:
            sys.exit(f"antiphon check {name}.py: exit {ran.returncode}, not {code}\n{output}")
        print(f"antiphon check {name}.py: exit {code}, as promised")


if __name__ == "__main__":
    main(Path(sys.argv[1]))

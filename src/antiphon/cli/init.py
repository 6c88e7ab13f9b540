"""Write a first configuration for the project in the current folder, and say what to run next.

Where there is a pyproject.toml that can take it the table [tool.antiphon] is added at its end, and otherwise
antiphon.toml is written. The targets are the packages of the folder and of `src`. Nothing that is there already is
changed.
"""

from __future__ import annotations

import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Nothing: the folder says it all."""


def run(arguments: argparse.Namespace) -> int:
    """Write the table, and what comes next."""
    import json
    from pathlib import Path

    from antiphon.cli.collecting.project_file import OWN, SHARED, table_of
    from antiphon.cli.terminal.cannot_run import CannotRun
    from antiphon.cli.terminal.whole_file import write_whole

    home = Path.cwd()
    for name in (OWN, SHARED):
        if table_of(home / name) is not None:
            raise CannotRun("the project has a configuration", where=name, help="change it there")
    targets = _targets()
    text = f'targets = {json.dumps(targets)}\n# Some warnings are errors in the profile strict.\nprofile = "default"\n'
    shared, after = home / SHARED, b""
    if shared.is_file():
        before = shared.read_bytes()
        end = b"\r\n" if b"\r\n" in before else b"\n"
        table = f"\n[tool.antiphon]\n{text}".encode().replace(b"\n", end)
        after = before + (b"" if before.endswith(b"\n") or not before else end) + table
    if after and _is_toml(after):
        write_whole(shared, after)
        print(f"{SHARED}: added [tool.antiphon]")
    else:  # there is none, or one that has `tool = {...}`, to which no table can be added
        write_whole(home / OWN, text.encode())
        print(f"{OWN}: written")
    print("next: `antiphon check` for what is declared, `antiphon lint .` for what other frameworks make")
    return 0


def _is_toml(text: bytes) -> bool:
    import tomllib

    try:
        tomllib.loads(text.decode())
    except tomllib.TOMLDecodeError:
        return False
    return True


def _targets() -> list[str]:
    """The packages that a check begins with: by name, or by path where they are in `src`."""
    from pathlib import Path

    from antiphon.cli.collecting.excluded import Excluded

    excluded = Excluded(("tests", "docs", "examples"))
    found: list[str] = []
    for folder in (Path("src"), Path()):
        if folder.is_dir():
            packages = (path.parent for path in sorted(folder.glob("*/__init__.py")))
            found += [str(path) for path in packages if not excluded(path) and path.name.isidentifier()]
    return found or ["."]

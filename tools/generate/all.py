"""Writes everything that is derived from the sources: `all.py [--check]`.

With `--check` nothing is written: what has drifted is shown as a diff, and the exit code is 1.
"""

from __future__ import annotations

import difflib
import sys
from collections.abc import Callable
from pathlib import Path

import bodies
import cookies
import example_stubs
import field_registry
import field_steps
import frameworks
import front_door
import llms
import missing
import param_steps
import pictures
import reference_pages
import replies
import rule_pages
import rules_index
import schemas
import stubs
from strip import LyingStubError

ROOT = Path(__file__).resolve().parents[2]

#: In this order, since each reads what those before it wrote. A text of None is a file that is not wanted any more.
GENERATORS: tuple[Callable[[], dict[Path, str | None]], ...] = (
    field_registry.generated,
    field_steps.generated,
    cookies.generated,
    rules_index.generated,
    param_steps.generated,
    missing.generated,
    replies.generated,
    bodies.generated,
    front_door.generated,
    schemas.generated,
    rule_pages.generated,
    reference_pages.generated,
    frameworks.generated,
    pictures.generated,
    llms.generated,
    stubs.generated,
    example_stubs.generated,
)


def main(arguments: list[str]) -> int:
    """Write or, with `--check`, compare. Gives the exit code."""
    if arguments not in ([], ["--check"]):
        print(f"usage: all.py [--check], not {' '.join(arguments)}", file=sys.stderr)
        return 2
    drifted = False
    for generator in GENERATORS:
        try:
            wanted = generator()
        except (LookupError, LyingStubError) as error:
            print(f"error: {error}")
            return 1
        for path, text in wanted.items():
            current = path.read_text(encoding="utf-8") if path.exists() else None
            if current == text:
                continue
            if arguments:
                drifted = True
                print(drift(path, current, text))
            else:
                write(path, text)
    if drifted:
        print("\ngenerated files are out of date; run: python3 noxfile.py -s generate")
    return int(drifted)


def drift(path: Path, current: str | None, wanted: str | None) -> str:
    """A diff from the file as it is to the file as it should be."""
    name = str(path.relative_to(ROOT))
    before, after = (current or "").splitlines(), (wanted or "").splitlines()
    return "\n".join(difflib.unified_diff(before, after, name, f"{name} (as generated)", lineterm=""))


def write(path: Path, text: str | None) -> None:
    """Put the text there, or take the file away."""
    print(f"{'removed' if text is None else 'wrote'} {path.relative_to(ROOT)}")
    if text is None:
        path.unlink()
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

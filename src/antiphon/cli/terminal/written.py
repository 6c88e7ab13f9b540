"""Write a text that a command made, or compare it with what is there."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TextIO

from antiphon.cli.terminal.colour import colour_wanted
from antiphon.cli.terminal.difference import difference, painted
from antiphon.cli.terminal.whole_file import text_of, write_whole


def written(text: str, out: Path | None, check: Path | None) -> int:
    """The exit code: with `check` 1 and a diff where that file differs. Without `out` it goes to standard output."""
    if check is not None:
        diff = difference(text_of(check) or "", text, str(check), f"{check} (as it should be)")
        show_difference(diff, sys.stdout)
        return int(bool(diff))
    if out is None:
        sys.stdout.write(text)
    elif text_of(out) != text:
        write_whole(out, text.encode())
        print(f"wrote {out}")
    return 0


def show_difference(diff: str, stream: TextIO) -> None:
    """Write a diff to a stream, in colours where that is a terminal."""
    stream.write(painted(diff) if colour_wanted(stream) else diff)

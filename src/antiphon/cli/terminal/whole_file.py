"""Write a file whole or not at all: who reads it meanwhile, and another command that writes it, see no half of one."""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
from pathlib import Path


def write_whole(path: Path, octets: bytes) -> None:
    """Put octets in the place of a file, or make it, with the folders that it is in. Raises OSError.

    A link stays a link, and a file keeps its permissions. Anything but a regular file, such as /dev/stdout, is written
    to directly, and so is a file in a folder that takes no new ones.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists() and not path.is_file():
        path.write_bytes(octets)
        return
    target = Path(os.path.realpath(path))
    beside = target.with_name(f".{secrets.token_hex(8)}.tmp")
    try:
        try:
            beside.write_bytes(octets)
        except PermissionError:
            target.write_bytes(octets)
            return
        if target.exists():
            shutil.copymode(target, beside)
        beside.replace(target)
    finally:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)


def text_of(path: Path) -> str | None:
    """The text of a file, whatever ends its lines, with escapes for what is not UTF-8; None where there is no file."""
    return path.read_text(encoding="utf-8", errors="backslashreplace") if path.is_file() else None

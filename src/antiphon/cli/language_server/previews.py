"""The lines that a response sends, for an editor to show at its name."""

from __future__ import annotations

import asyncio
import contextlib
import os
import re
import signal
import sys
from pathlib import Path

#: No editor waits longer for a hover.
_PATIENCE = 45.0


def fenced(text: str) -> str:
    """A text as Markdown shows it, whatever is in it. No language is named: Vim 9.0 fails at one that it has not."""
    fence = max(re.findall(r"^`{3,}", text, re.MULTILINE), default="``", key=len) + "`"
    return f"{fence}\n{text}\n{fence}"


class Previews:
    """The lines that declared responses send, as `antiphon show` writes them; empty where there is none.

    Each module is imported in a process of its own, as it is saved. One hover is answered at a time: a newer one, and
    an editor that does not want its answer any more, end the older one's process.
    """

    def __init__(self) -> None:
        self._known: dict[tuple[Path, str, int], str] = {}
        self._running: asyncio.subprocess.Process | None = None

    def forget(self) -> None:
        """Know nothing any more: what a module imports has changed."""
        self._known.clear()

    async def of(self, file: Path, name: str, home: Path) -> str:
        """The preview of one response, in Markdown."""
        try:
            key = (file, name, file.stat().st_mtime_ns)  # noqa: ASYNC240 - one look, which the server does everywhere
            if key in self._known:
                return self._known[key]
            out = await self._printed(f"{file}:{name}", home)
        except (OSError, TimeoutError):
            return ""
        if out is None:
            return ""
        self._known[key] = fenced(out.rpartition("\n## code\n")[0].rstrip() or out) if out else ""
        return self._known[key]

    async def _printed(self, target: str, home: Path) -> str | None:
        """Run the command. Gives its output; None where it was ended before it had."""
        _end(self._running)
        process = self._running = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "antiphon", "show", target,
            cwd=home,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            start_new_session=True,  # so that all that it starts can be ended with it
        )  # fmt: skip
        try:
            out, _ = await asyncio.wait_for(process.communicate(), _PATIENCE)
        finally:
            _end(process)
        if (process.returncode or 0) < 0:
            return None
        return out.decode(errors="replace").rstrip() if process.returncode == 0 else ""


def _end(process: asyncio.subprocess.Process | None) -> None:
    if process is not None and process.returncode is None:
        if hasattr(os, "killpg"):
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(process.pid, signal.SIGKILL)
        with contextlib.suppress(ProcessLookupError):
            process.kill()

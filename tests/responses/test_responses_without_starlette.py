"""The concrete responses where Starlette is not installed."""

from __future__ import annotations

import asyncio
import re
import subprocess
import sys
from typing import Any

import pytest

from antiphon.responses import plain
from tests.support.paths import ROOT
from tests.support.patience import PATIENCE


def test_importing_the_responses_imports_no_pydantic() -> None:
    """Serving does not pay for judging. Starlette brings its own modules; without it there are none of those either."""
    program = "import sys; {}; import antiphon.responses; print(*sorted(set(sys.modules) & {{{}}}))"
    with_it = program.format("pass", "'pydantic', 'pydantic_core'")
    without = program.format("sys.modules['starlette'] = None", "'pydantic', 'email', 'http.cookies', 'anyio'")
    for text in (with_it, without):
        done = subprocess.run(
            [sys.executable, "-c", text], capture_output=True, text=True, check=True, timeout=PATIENCE
        )
        assert done.stdout == "\n"


def test_the_plain_classes_work_where_starlette_is_absent() -> None:
    """As ASGI applications; files say which extra to install."""
    script = ROOT / "tests" / "integrations" / "without_starlette.py"
    done = subprocess.run(
        [sys.executable, str(script), "--block"],
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "the plain classes work without Starlette\n"


def test_what_needs_starlette_says_so() -> None:
    """With the command to type."""
    needed = re.escape("FileResponse needs Starlette: pip install 'antiphon[starlette]'")
    with pytest.raises(ModuleNotFoundError, match=needed):
        plain.FileResponse("x", status_code=200)


def test_the_plain_denial_renames_every_message() -> None:
    """As Starlette's does."""
    seen: list[Any] = []

    async def send(message: Any) -> None:
        seen.append(message["type"])

    denial = plain.Response()._wrap_websocket_denial_send(send)
    asyncio.run(_both(denial))
    assert seen == ["websocket.http.response.start", "websocket.http.response.body"]


async def _both(send: Any) -> None:
    await send({"type": "http.response.start"})
    await send({"type": "http.response.body"})

"""Background work has one policy, whatever the server and whatever becomes of the client."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import Any, Literal

import pytest
import starlette.background
import starlette.requests

from antiphon.responses import FileResponse, Response, StreamingResponse


def _answer(
    response: Any, version: str, *, gone_after: int | None = None, scope_type: str = "http"
) -> BaseException | None:
    """Run one exchange; the client leaves after so many body messages. Gives what the application raised."""
    bodies = 0
    left = False

    async def exchange() -> None:
        gone = asyncio.Event()
        asked = False

        async def receive() -> dict[str, Any]:
            nonlocal asked
            if not asked:
                asked = True
                return {"type": "http.request", "body": b"", "more_body": False}
            await gone.wait()
            return {"type": "http.disconnect"}

        async def send(message: dict[str, Any]) -> None:
            nonlocal bodies, left
            if left and version >= "2.4":
                raise OSError("the client is gone")
            bodies += message["type"].endswith(".body")
            if not message.get("more_body") and message["type"].endswith(".body"):
                gone.set()  # servers say so at the end as well
            if gone_after is not None and bodies >= gone_after:
                left = True
                gone.set()
            await asyncio.sleep(0)

        scope = {"type": scope_type, "method": "GET", "headers": [], "asgi": {"spec_version": version}}
        await response(scope, receive, send)

    try:
        asyncio.run(asyncio.wait_for(exchange(), 100))
    except Exception as error:  # noqa: BLE001 - it is the answer
        return error
    return None


async def _endless() -> AsyncIterator[bytes]:
    while True:
        yield b"piece"


class _Work:
    """Background work that counts its runs."""

    def __init__(self) -> None:
        self.runs = 0

    async def run(self) -> None:
        self.runs += 1

    @property
    def task(self) -> starlette.background.BackgroundTask:
        return starlette.background.BackgroundTask(self.run)


@pytest.fixture
def large_file(tmp_path: Path) -> Path:
    """A file of several chunks."""
    path = tmp_path / "large.bin"
    path.write_bytes(bytes(FileResponse.chunk_size * 40))
    return path


Make = Callable[[Path, _Work], Any]
INTERRUPTED: dict[str, Make] = {
    "stream": lambda _path, work: StreamingResponse(_endless(), background=work.task),
    "file": lambda path, work: FileResponse(path, background=work.task),
}


@pytest.mark.parametrize("version", ["2.3", "2.4"])
@pytest.mark.parametrize("make", INTERRUPTED.values(), ids=INTERRUPTED)
@pytest.mark.parametrize(("policy", "runs"), [("always", 1), ("on_success", 0)])
def test_one_policy_for_background_work_under_every_asgi(
    version: str, make: Make, policy: Literal["always", "on_success"], runs: int, large_file: Path
) -> None:
    """After a disconnect the work runs, unless the response says otherwise; the version of ASGI makes no difference."""
    work = _Work()
    response = make(large_file, work)
    response.background_policy = policy
    error = _answer(response, version, gone_after=2)
    assert isinstance(error, OSError | starlette.requests.ClientDisconnect) is (version == "2.4")
    assert runs == work.runs


@pytest.mark.parametrize("make", [lambda work: Response("a", background=work.task), INTERRUPTED["stream"]][:1])
@pytest.mark.parametrize(("policy", "runs"), [("always", 1), ("on_success", 0)])
def test_the_policy_holds_for_a_whole_response(
    make: Callable[[_Work], Any], policy: Literal["always", "on_success"], runs: int
) -> None:
    """Under ASGI 2.4 `send` raises; what it raised goes on to the server after the work."""
    work = _Work()
    response = make(work)
    response.background_policy = policy
    assert isinstance(_answer(response, "2.4", gone_after=0), OSError)
    assert runs == work.runs


WHOLE: dict[str, Make] = {
    "response": lambda _path, work: Response("a", background=work.task),
    "stream": lambda _path, work: StreamingResponse([b"a", b"b"], background=work.task),
    "file": lambda path, work: FileResponse(path, background=work.task),
}


@pytest.mark.parametrize("version", ["2.3", "2.4"])
@pytest.mark.parametrize("make", WHOLE.values(), ids=WHOLE)
@pytest.mark.parametrize("policy", ["always", "on_success"])
def test_background_work_runs_once_after_success(
    version: str, make: Make, policy: Literal["always", "on_success"], large_file: Path
) -> None:
    """A server's `http.disconnect` at the end of a complete exchange is not a failure."""
    work = _Work()
    response = make(large_file, work)
    response.background_policy = policy
    assert _answer(response, version) is None
    assert work.runs == 1


@pytest.mark.parametrize("version", ["2.3", "2.4"])
def test_a_stream_that_fails_by_itself_runs_no_background_work(version: str) -> None:
    """That is the server's fault, not a disconnect."""

    def broken() -> Iterator[bytes]:
        yield b"a"
        raise OSError("no such disk")

    work = _Work()
    assert _answer(StreamingResponse(broken(), background=work.task), version) is not None
    assert work.runs == 0


@pytest.mark.parametrize("version", ["2.3", "2.4"])
def test_background_work_that_fails_is_not_run_again(version: str) -> None:
    """Its OSError is its own."""
    work = _Work()

    async def fail() -> None:
        work.runs += 1
        raise OSError("no such host")

    task = starlette.background.BackgroundTask(fail)
    for response in (Response("a", background=task), StreamingResponse([b"a"], background=task)):
        work.runs = 0
        assert str(_answer(response, version)) == "no such host"
        assert work.runs == 1


def test_an_exchange_without_background_work_is_starlettes(large_file: Path) -> None:
    """Nothing is wrapped where there is nothing to decide."""
    assert _answer(StreamingResponse([b"a"]), "2.4") is None
    assert _answer(FileResponse(large_file), "2.3", gone_after=2) is None
    assert isinstance(_answer(StreamingResponse(_endless()), "2.4", gone_after=2), starlette.requests.ClientDisconnect)

"""FileResponse and what a request asks of it: conditions, ranges, and a file that changes."""

from __future__ import annotations

import os
import threading
from pathlib import Path
from typing import Any

import anyio
import pytest

from antiphon import respond
from antiphon.responses import FileResponse
from tests.support.exchange import sent_by

CONTENT = b"0123456789" * 30_000


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "a.txt"
    file.write_bytes(CONTENT)
    os.utime(file, (1_700_000_000, 1_700_000_000))
    return file


def asked(response: Any, method: str = "GET", **fields: str) -> tuple[int, dict[str, str], bytes]:
    """Status, fields and content of the answer to one request."""
    headers = [(name.replace("_", "-").encode(), value.encode()) for name, value in fields.items()]
    start, *rest = sent_by(response, {"method": method, "headers": headers})
    lines = {name.decode(): value.decode() for name, value in start["headers"]}
    return start["status"], lines, b"".join(message.get("body", b"") for message in rest)


@pytest.mark.parametrize("stat", [True, False])
def test_conditions(path: Path, stat: bool) -> None:
    """304 and 412 in the order of RFC 9110 section 13.2.2, for GET and HEAD of a 200."""
    response = FileResponse(path, stat_result=path.stat() if stat else None)
    _, lines, body = asked(response)
    etag, changed = lines["etag"], lines["last-modified"]
    past = "Mon, 01 Jan 2001 00:00:00 GMT"

    assert body == CONTENT
    for fields, status in [
        ({"if_none_match": etag}, 304),
        ({"if_none_match": f'"x", W/{etag}'}, 304),
        ({"if_none_match": "*"}, 304),
        ({"if_none_match": '"x"', "if_modified_since": changed}, 200),
        ({"if_modified_since": changed}, 304),
        ({"if_modified_since": past}, 200),
        ({"if_match": '"x"'}, 412),
        ({"if_match": etag, "if_unmodified_since": past}, 200),
        ({"if_unmodified_since": past}, 412),
        ({"if_none_match": etag, "range": "bytes=0-4"}, 304),
        ({"range": "items=0-4"}, 200),
        ({"range": "Bytes=0-4"}, 206),
        ({"range": "bytes=0-4", "if_range": changed}, 206),
        ({"range": "bytes=0-4", "if_range": past}, 200),
    ]:
        assert asked(response, **fields)[0] == status, fields
        assert asked(response, "HEAD", **fields)[::2] == (status, b""), fields
        assert asked(response, "POST", **fields)[0] == 200, fields
    not_modified = asked(response, if_none_match=etag)[1]
    assert not_modified == {"etag": etag, "last-modified": changed}
    assert asked(FileResponse(path, 404), if_none_match=etag)[0] == 404


def test_the_same_response_follows_its_file(path: Path) -> None:
    """A response that is used as an application sends the file as it is, each time."""
    response = FileResponse(path)
    first = asked(response)
    path.write_bytes(b"new")

    assert first[2] == CONTENT
    assert asked(response)[2] == b"new"
    assert asked(response)[1]["content-length"] == "3"


def test_a_file_that_is_replaced_after_it_was_looked_at(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file that is opened is the one that is described and sent."""
    opening = anyio.open_file

    async def replaced(file: Any, mode: Any) -> Any:
        path.unlink()  # noqa: ASYNC240 - it is the other program
        path.write_bytes(b"another file")  # noqa: ASYNC240
        return await opening(file, mode=mode)

    monkeypatch.setattr(anyio, "open_file", replaced)
    status, lines, body = asked(FileResponse(path))
    assert (status, lines["content-length"], body) == (200, "12", b"another file")


def test_a_file_that_is_shorter_than_was_said(path: Path) -> None:
    """An error before anything is sent."""
    response = FileResponse(path, stat_result=path.stat())
    path.write_bytes(CONTENT[:-1])
    messages: list[Any] = []

    async def exchange() -> None:
        async def receive() -> Any:
            await anyio.sleep(60)

        async def send(message: Any) -> None:
            messages.append(message)

        await response({"type": "http", "method": "GET", "headers": []}, receive, send)

    with pytest.raises(RuntimeError, match="shorter than expected"):
        anyio.run(exchange)
    assert messages == []


def test_a_subclass_that_sends_in_its_own_way(path: Path) -> None:
    """Starlette's own methods are still what sends, where they are overridden."""

    class Shouting(FileResponse):
        async def _handle_simple(self, send: Any, send_header_only: bool, send_pathsend: bool) -> None:
            await send({"type": "http.response.start", "status": 200, "headers": []})
            await send({"type": "http.response.body", "body": b"!"})

    assert asked(Shouting(path))[2] == b"!"


@pytest.mark.parametrize("made", [FileResponse, respond(200).file().compile()], ids=["drop-in", "declared"])
def test_the_event_loop_waits_for_no_disk(path: Path, monkeypatch: pytest.MonkeyPatch, made: Any) -> None:
    """Whatever asks the file system runs in another thread, for HEAD, 304, ranges and all of it."""
    loop_thread = threading.get_ident()
    for module, name in [(os, "stat"), (os, "open"), (os, "pread"), (os.path, "abspath"), (os.path, "realpath")]:
        function = getattr(module, name)

        def watched(*arguments: Any, function: Any = function, name: str = name, **keywords: Any) -> Any:
            assert threading.get_ident() != loop_thread, name
            return function(*arguments, **keywords)

        monkeypatch.setattr(module, name, watched)
    sizes = [
        len(asked(made(path), method, **fields)[2])
        for method in ("GET", "HEAD")
        for fields in ({}, {"range": "bytes=0-9"}, {"if_none_match": "*"})
    ]
    assert sizes == [len(CONTENT), 10, 0, 0, 0, 0]

"""Files as content: what is sent for every request, and for a file that changes meanwhile."""

from __future__ import annotations

import asyncio
import email.parser
import email.policy
import io
import logging
import os
import subprocess
import sys
import tempfile
import threading
from pathlib import Path
from typing import Any

import anyio
import pytest
from hypothesis import given
from hypothesis import strategies as st

from antiphon.errors import ParamError
from antiphon.http.byte_ranges import spans_of
from antiphon.responses import PlainTextResponse
from antiphon.runtime.files import source as sources
from antiphon.runtime.files.content import file_content
from antiphon.runtime.files.source import Source
from antiphon.runtime.files.transmit import CHUNK
from tests.support.exchange import sent_by

#: Octets of which every slice is another one, more than one message has.
CONTENT = b"".join(b"%07d\n" % n for n in range(CHUNK // 4))
CHANGED = 1_700_000_000


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file: Path = tmp_path_factory.mktemp("files") / "numbers.txt"
    file.write_bytes(CONTENT)
    os.utime(file, (CHANGED, CHANGED))
    return file


class Sent:
    """An answer: status, fields, content and messages."""

    def __init__(self, messages: list[Any]) -> None:
        self.messages = messages
        self.status = messages[0]["status"]
        self.lines = [(name.decode(), value.decode()) for name, value in messages[0]["headers"]]
        self.fields = dict(self.lines)
        self.body = b"".join(message.get("body", b"") for message in messages[1:])
        assert len(self.lines) == len(self.fields)
        assert [message.get("more_body", False) for message in messages[1:]] == [True] * (len(messages) - 2) + [False]


def sent(
    content: Any,
    headers: dict[str, str] | None = None,
    *,
    method: str = "GET",
    status: int = 200,
    lines: tuple[tuple[bytes, bytes], ...] = (),
    scope: dict[str, Any] | None = None,
    **arguments: Any,
) -> Sent:
    """The answer to one request for a file."""
    transmit = file_content(**arguments).transmit
    assert transmit is not None

    async def app(scope: Any, receive: Any, send: Any) -> None:
        await transmit(content, status, [*lines], scope, receive, send)

    asked = [(name.encode(), value.encode()) for name, value in (headers or {}).items()]
    return Sent(sent_by(app, {"method": method, "headers": asked, **(scope or {})}))


def test_a_whole_file(path: Path) -> None:
    """With type, length, date, entity tag and the unit of ranges; in several messages."""
    made = sent(path)

    assert (made.status, made.body) == (200, CONTENT)
    assert made.fields == {
        "content-type": "text/plain; charset=utf-8",
        "content-length": str(len(CONTENT)),
        "last-modified": "Tue, 14 Nov 2023 22:13:20 GMT",
        "etag": f'"{CHANGED * 10**9:x}-{len(CONTENT):x}"',
        "accept-ranges": "bytes",
    }
    assert all(len(message["body"]) <= CHUNK for message in made.messages[1:])


@pytest.mark.parametrize("reads_now", [True, False])
def test_a_file_under_trio(path: Path, monkeypatch: pytest.MonkeyPatch, reads_now: bool) -> None:
    """The same in another event loop than asyncio's."""
    pytest.importorskip("trio", reason="the other event loop")
    if not reads_now:
        monkeypatch.setattr(sources, "_NOWAIT", None)
    transmit: Any = file_content().transmit
    messages: list[Any] = []

    async def exchange() -> None:
        async def receive() -> Any:
            await anyio.sleep(60)

        async def send(message: Any) -> None:
            messages.append(message)

        await transmit(path, 200, [], {"type": "http", "method": "GET", "headers": []}, receive, send)

    anyio.run(exchange, backend="trio")
    assert Sent(messages).body == CONTENT


def test_declared_lines_stay(path: Path) -> None:
    """A line that is declared is not said again, and conditions go by it."""
    lines = ((b"etag", b'"v7"'), (b"content-type", b"text/csv"), (b"last-modified", b"Mon, 01 Jan 2024 00:00:00 GMT"))
    made = sent(path, lines=lines)

    assert (b"etag", b'"v7"') in made.messages[0]["headers"]
    assert made.fields["content-type"] == "text/csv"
    assert sent(path, {"if-none-match": '"v7"'}, lines=lines).status == 304
    assert sent(path, {"if-modified-since": "Mon, 01 Jan 2024 00:00:00 GMT"}, lines=lines).status == 304


def test_head_opens_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It gets the header of GET, and a Range says nothing to it (RFC 9110 section 14.2)."""
    whole = sent(path)
    monkeypatch.setattr(Source, "open", lambda _: pytest.fail("the file was opened"))
    made = sent(path, {"range": "bytes=0-4"}, method="HEAD")

    assert (made.status, made.fields, made.body) == (200, whole.fields, b"")


@given(
    st.lists(
        st.builds("{}-{}".format, st.integers(0, len(CONTENT)), st.just("") | st.just(len(CONTENT)))
        | st.integers(0, len(CONTENT) - 1).flatmap(
            lambda first: st.builds(f"{first}-{{}}".format, st.integers(first, min(first + 900, len(CONTENT))))
        )
        | st.builds("-{}".format, st.integers(0, 2000)),
        min_size=1,
        max_size=6,
    )
)
def test_ranges_are_slices(path: Path, ranges: list[str]) -> None:
    """The octets of any set of ranges are slices of the file, each under its own Content-Range."""
    field = f"bytes={','.join(ranges)}"
    spans = spans_of(field, len(CONTENT))
    made = sent(path, {"range": field})

    assert spans is not None
    if not spans:
        assert (made.status, made.fields["content-range"], made.body) == (416, f"bytes */{len(CONTENT)}", b"")
        return
    assert made.status == 206
    assert len(made.body) == int(made.fields["content-length"])
    if len(spans) == 1:
        parts = [(made.fields["content-range"], made.body)]
    else:
        assert "content-range" not in made.fields
        parts = _parts(made)
    size = len(CONTENT)
    assert parts == [(f"bytes {start}-{stop - 1}/{size}", CONTENT[start:stop]) for start, stop in spans]


def _parts(made: Sent) -> list[tuple[str, bytes]]:
    """The parts of a multipart, read by the standard library."""
    head = f"Content-Type: {made.fields['content-type']}\r\n\r\n".encode()
    message = email.parser.BytesParser(policy=email.policy.HTTP).parsebytes(head + made.body)
    assert message.get_content_type() == "multipart/byteranges"
    found = [part for part in message.walk() if not part.is_multipart()]
    assert {part.get_content_type() for part in found} == {"text/plain"}
    return [(str(part["content-range"]), part.get_payload(decode=True)) for part in found]  # type: ignore[misc]  # octets


@pytest.mark.parametrize(
    "field", ["items=0-4", "bytes=5-4", "bytes=a", "bytes 0-4", f"bytes={','.join(['0-0'] * 101)}", ""]
)
def test_a_range_that_is_ignored(path: Path, field: str) -> None:
    """An unknown unit, a malformed field and too many ranges get the whole file."""
    made = sent(path, {"range": field})

    assert (made.status, made.body) == (200, CONTENT)


def test_ranges_may_be_declared_off(path: Path) -> None:
    made = sent(path, {"range": "bytes=0-4"}, ranges=False)

    assert (made.status, made.body) == (200, CONTENT)
    assert "accept-ranges" not in made.fields


def test_only_a_200_to_get_is_judged(path: Path) -> None:
    """Conditions and ranges say nothing to a POST that is over, or to an error page (RFC 9110 section 13.2.1)."""
    asked = {"if-none-match": "*", "if-match": '"other"', "range": "bytes=0-4"}

    assert (sent(path, asked, method="POST").status, sent(path, asked, status=404).status) == (200, 404)
    assert sent(path, asked, status=404).body == CONTENT


LINES = (
    *((b"cache-control", b"max-age=60"), (b"vary", b"Accept"), (b"set-cookie", b"a=b")),
    *((b"x-content-type-options", b"nosniff"), (b"content-disposition", b"attachment"), (b"content-language", b"en")),
)


def test_not_modified_repeats_what_caches_need(path: Path) -> None:
    """RFC 9110 section 15.4.5, and the cookies: the same fields as every 304 that follows from a 200."""
    etag = sent(path).fields["etag"]
    made = sent(path, {"if-none-match": f'"x", W/{etag}'}, lines=LINES)

    assert (made.status, made.body) == (304, b"")
    assert made.fields == {
        "cache-control": "max-age=60",
        "vary": "Accept",
        "set-cookie": "a=b",
        "last-modified": "Tue, 14 Nov 2023 22:13:20 GMT",
        "etag": etag,
    }


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ({"if-match": '"x"'}, 412),
        ({"if-unmodified-since": "Mon, 01 Jan 2001 00:00:00 GMT"}, 412),
        ({"range": "bytes=99999999-"}, 416),
    ],
)
def test_an_error_is_not_kept_as_the_file_is(path: Path, asked: dict[str, str], status: int) -> None:
    """It has no content, and no freshness or validator that would put it in the place of the file in a cache."""
    made = sent(path, asked, lines=LINES)

    assert (made.status, made.body) == (status, b"")
    assert made.fields.pop("content-range", f"bytes */{len(CONTENT)}") == f"bytes */{len(CONTENT)}"
    assert made.fields == {
        "vary": "Accept", "set-cookie": "a=b", "x-content-type-options": "nosniff", "content-length": "0"
    }  # fmt: skip


def test_if_range(path: Path) -> None:
    """The range is sent where the file is the same: the tag strongly, or the date."""
    fields = sent(path).fields
    for condition, status in [
        (fields["etag"], 206),
        (f"W/{fields['etag']}", 200),
        ('"x"', 200),
        (fields["last-modified"], 206),
        ("Tue, 14 Nov 2023 22:13:21 GMT", 200),
    ]:
        assert sent(path, {"range": "bytes=0-4", "if-range": condition}).status == status


def test_an_empty_file(tmp_path: Path) -> None:
    file = tmp_path / "empty"
    file.write_bytes(b"")

    assert (sent(file).status, sent(file).fields["content-length"], sent(file).body) == (200, "0", b"")
    assert sent(file, {"range": "bytes=0-"}).status == 416
    assert sent(file, {"range": "bytes=-5"}).status == 200


def _opened(kind: str, path: Path) -> Any:
    if kind == "memory":
        return io.BytesIO(CONTENT)
    if kind == "file":
        return path.open("rb")
    if kind == "raw":
        return path.open("rb", buffering=0)
    kinds: dict[str, Any] = {"temporary": tempfile.TemporaryFile, "named": tempfile.NamedTemporaryFile}
    made = kinds.get(kind, tempfile.SpooledTemporaryFile)()
    made.write(CONTENT)  # and left at its end, in part unwritten
    return made


@pytest.mark.parametrize("kind", ["memory", "file", "raw", "temporary", "named", "spooled"])
def test_an_open_file(path: Path, kind: str) -> None:
    """The whole of it is sent, wherever its position is, and then it is closed; ranges and HEAD as well."""
    for headers, method, body in [
        ({}, "GET", CONTENT),
        ({"range": "bytes=8-15"}, "GET", CONTENT[8:16]),
        ({}, "HEAD", b""),
    ]:
        file = _opened(kind, path)
        file.seek(5)
        made = sent(file, headers, method=method)

        assert made.body == body
        assert made.fields["content-length"] == str(len(body or CONTENT))
        assert file.closed
        assert ("etag" in made.fields) == (kind not in ("memory", "spooled"))


@pytest.mark.parametrize("kind", ["missing", "folder", "fifo", "nul"])
def test_what_is_no_file_is_an_error_before_anything_is_sent(tmp_path: Path, kind: str) -> None:
    """Of the system's own class. A FIFO does not hold up the service."""
    place = tmp_path / kind
    if kind == "folder":
        place.mkdir()
    if kind == "fifo":
        os.mkfifo(place)
    expected: Any = {
        "missing": FileNotFoundError,
        "folder": IsADirectoryError,
        "fifo": OSError,
        "nul": FileNotFoundError,
    }
    name = f"{place}\0" if kind == "nul" else place
    for method in ("GET", "HEAD"):
        with pytest.raises(expected[kind]):
            sent(name, method=method)


def test_a_missing_file_may_be_declared_as_404(tmp_path: Path) -> None:
    made = sent(tmp_path / "x", lines=LINES, missing="not_found")

    assert (made.status, made.body, made.fields["content-length"]) == (404, b"", "0")
    assert "cache-control" not in made.fields


@pytest.mark.parametrize(
    "name", ["../secret", "/etc/passwd", "a/../../secret", "link/secret", "..", "", ".", "x\0y", "sub\\..\\..\\secret"]
)
def test_a_root_is_not_left(tmp_path: Path, name: str) -> None:
    """A name that leads elsewhere, through a link too, is a file that is not there."""
    root = tmp_path / "root"
    (root / "sub").mkdir(parents=True)
    (tmp_path / "secret").write_text("secret")
    (root / "link").symlink_to(tmp_path)

    with pytest.raises((FileNotFoundError, IsADirectoryError)):
        sent(name, root=str(root))
    assert sent(name, root=str(root), missing="not_found").status == 404


NAMES = st.one_of(
    st.sampled_from(
        ["", ".", "folder", "folder/", "a.txt/", "a.txt/x", "a.txt/.", "loop", "fifo", "/", "..", "a\0", "\ud800"]
    ),
    st.integers(250, 5_000).map("n".__mul__),
    st.lists(st.sampled_from(["folder", "..", ".", "a.txt", "x"]), max_size=5).map("/".join),
    st.text(max_size=5),
)


@given(NAMES, st.booleans(), st.booleans())
def test_no_name_is_an_error_of_the_service(name: str, below: bool, head: bool) -> None:
    """Whatever a user asks for is a file, or one that is not there."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        (folder / "folder").mkdir()
        (folder / "a.txt").write_bytes(b"a")
        (folder / "loop").symlink_to("loop")
        if hasattr(os, "mkfifo"):
            os.mkfifo(folder / "fifo")
        made = sent(
            name if below else f"{place}/{name}",
            root=place if below else None,
            missing="not_found",
            method="HEAD" if head else "GET",
        )
        assert made.status == 404 or (made.status == 200 and not (below and name.endswith("/")))


def test_names_below_a_root(tmp_path: Path) -> None:
    root = tmp_path / "root"
    (root / "sub").mkdir(parents=True)
    (root / "sub" / "a.txt").write_bytes(b"a")
    (root / "..b").write_bytes(b"b")
    (tmp_path / "other").symlink_to(root)

    for name, body in [("sub/a.txt", b"a"), ("sub/../sub/a.txt", b"a"), ("..b", b"b"), (str(root / "..b"), b"b")]:
        assert sent(name, root=str(root)).body == body
        assert sent(Path(name), root=str(tmp_path / "other")).body == body


def test_a_file_that_is_replaced_while_it_is_sent(tmp_path: Path) -> None:
    """The one that was opened is sent, to its end."""
    file = tmp_path / "a.bin"
    file.write_bytes(CONTENT)

    assert _while_sending(file, lambda: _made(tmp_path / "b", b"other").replace(file)).body == CONTENT


def test_a_file_that_grows_is_cut_at_what_was_announced(tmp_path: Path) -> None:
    file = tmp_path / "a.bin"
    file.write_bytes(CONTENT)

    def grow() -> None:
        with file.open("ab") as more:
            more.write(b"more" * 1000)

    made = _while_sending(file, grow)
    assert (made.body, made.fields["content-length"]) == (CONTENT, str(len(CONTENT)))


@pytest.mark.parametrize("left", [0, CHUNK, CHUNK + 5])
def test_a_file_that_becomes_shorter_breaks_off(tmp_path: Path, caplog: pytest.LogCaptureFixture, left: int) -> None:
    """With an error that names it, once in the log, and never with a last message: servers close the connection."""
    file = tmp_path / "a.bin"
    file.write_bytes(CONTENT)
    seen: list[Any] = []

    with caplog.at_level(logging.ERROR), pytest.raises(RuntimeError, match=r"'a\.bin' became shorter"):
        _while_sending(file, lambda: os.truncate(file, left), seen)
    assert [record.message.partition(" octets: ")[0] for record in caplog.records] == [
        f"a response with status 200 broke off after {max(left, CHUNK)}"
    ]
    assert all(message["more_body"] for message in seen[1:])


def _made(path: Path, octets: bytes) -> Path:
    path.write_bytes(octets)
    return path


def _while_sending(content: Any, change: Any, seen: list[Any] | None = None) -> Sent:
    """The answer with a file that is changed once its header is sent."""
    transmit = file_content().transmit
    assert transmit is not None
    messages: list[Any] = [] if seen is None else seen

    async def receive() -> Any:
        await asyncio.sleep(60)

    async def send(message: Any) -> None:
        messages.append(message)
        if len(messages) == 1:
            change()

    async def exchange() -> None:
        await transmit(content, 200, [], {"type": "http", "method": "GET", "headers": []}, receive, send)

    asyncio.run(exchange())
    return Sent(messages)


def open_below(folder: Path) -> list[str]:
    """The files that this process holds open below a folder."""
    targets = []
    for descriptor in Path("/proc/self/fd").iterdir():
        try:
            targets.append(str(descriptor.readlink()))
        except OSError:  # the one of this very listing
            continue
    return [target for target in targets if target.startswith(str(folder))]


class Client:
    """A client that ends the exchange with the third message, in one of four ways."""

    def __init__(self, end: str, folder: Path) -> None:
        self.end = end
        self.count = 0
        self._folder = folder
        self._third = asyncio.Event()

    async def receive(self) -> Any:
        await (self._third if self.end == "left" else asyncio.Event()).wait()
        return {"type": "http.disconnect"}

    async def send(self, _message: Any) -> None:
        self.count += 1
        assert open_below(self._folder)
        if self.count == 3 and self.end != "sent":
            self._third.set()
            if self.end == "send fails":
                raise ConnectionResetError("gone")
            await asyncio.sleep(60)

    async def exchange(self, transmit: Any, file: Path) -> None:
        scope = {"type": "http", "method": "GET", "headers": []}
        task = asyncio.ensure_future(transmit(file, 200, [], scope, self.receive, self.send))
        if self.end == "cancelled":
            await self._third.wait()
            task.cancel()
        await task


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="needs the list of descriptors that Linux has")
@pytest.mark.parametrize("end", ["sent", "left", "send fails", "cancelled"])
@pytest.mark.parametrize("reads_now", [True, False])
def test_the_file_is_closed_however_it_ends(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, end: str, reads_now: bool
) -> None:
    """When the call returns, the file is closed: after all was sent, a disconnect, an error, a cancellation."""
    if not reads_now:
        monkeypatch.setattr(sources, "_NOWAIT", None)
    file = tmp_path / "a.bin"
    file.write_bytes(CONTENT * 8)
    client = Client(end, tmp_path)

    if end in ("sent", "left"):
        asyncio.run(client.exchange(file_content().transmit, file))
    else:
        with pytest.raises(OSError if end == "send fails" else asyncio.CancelledError):
            asyncio.run(client.exchange(file_content().transmit, file))
    assert [] == open_below(tmp_path)
    assert client.count == (3 if end != "sent" else 1 + len(CONTENT) * 8 // CHUNK)


def test_reading_does_not_hold_up_the_loop(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever may wait for a disk runs in a thread that is not the loop's."""
    monkeypatch.setattr(sources, "_NOWAIT", None)
    where: set[str] = set()
    for name in ("read", "open", "describe"):
        method = getattr(Source, name)

        def watched(self: Any, *arguments: Any, method: Any = method) -> Any:
            where.add(threading.current_thread().name.partition("_")[0])
            return method(self, *arguments)

        monkeypatch.setattr(Source, name, watched)
    sent(path)
    sent(path, method="HEAD")
    assert where == {"antiphon-file"}


@pytest.mark.skipif(sources._NOWAIT is None, reason="needs reads that do not wait")
def test_octets_in_memory_are_read_at_once(path: Path) -> None:
    """As a whole, or as much as there is; nothing at the end, and nothing where the file system cannot tell."""
    source = Source(path)
    source.open()
    try:
        assert source.read_now(8, 16) in (CONTENT[8:24], None)
        assert source.read_now(len(CONTENT) - 4, 16) in (CONTENT[-4:], None)
        assert source.read_now(len(CONTENT), 16) is None
        assert source.read(len(CONTENT), 16) == b""
    finally:
        source.close()


def test_the_server_opens_the_file_where_it_offers_to(path: Path) -> None:
    """A whole file that one message does not hold; ranges are read here."""
    scope: dict[str, Any] = {"extensions": {"http.response.pathsend": {}}}
    messages = _raw(path, scope)

    assert messages[1:] == [{"type": "http.response.pathsend", "path": str(path)}]
    assert sent(path, {"range": "bytes=8-15"}, scope=scope).body == CONTENT[8:16]
    assert sent(path, method="HEAD", scope=scope).body == b""


def test_the_server_copies_the_file_where_it_offers_to(path: Path) -> None:
    """ASGI's zero copy send: the open file, an offset and a count, for ranges too."""
    scope: dict[str, Any] = {"extensions": {"http.response.zerocopysend": {}, "http.response.pathsend": {}}}
    for field, spans in [
        ("bytes=0-", [(0, len(CONTENT))]),
        ("bytes=0-299999,400000-", [(0, 300000), (400000, len(CONTENT))]),
    ]:
        messages = _raw(path, scope, field)
        copied = [(m["offset"], m["offset"] + m["count"]) for m in messages if m["type"].endswith("zerocopysend")]
        assert copied == spans
        assert [m.get("more_body", True) for m in messages].count(False) == 1


def _raw(path: Path, scope: dict[str, Any], field: str | None = None) -> list[Any]:
    transmit = file_content().transmit
    assert transmit is not None

    async def app(scope: Any, receive: Any, send: Any) -> None:
        await transmit(path, 200, [], scope, receive, send)

    return sent_by(app, {"headers": [] if field is None else [(b"range", field.encode())], **scope})


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"octets", "is bytes where a file is declared"),
        (b"/tmp/x", "is bytes"),
        (None, "is NoneType"),
        (io.StringIO("x"), "is a file that is open as text"),
        (["x"], "is list"),
        (PlainTextResponse("x"), "a response was given"),
    ],
)
def test_what_is_no_file_is_refused_at_the_call(content: Any, what: str) -> None:
    with pytest.raises(ParamError, match=what):
        file_content().accept(content)


def test_more_that_is_refused_at_the_call(path: Path) -> None:
    """A file that is closed, one that is read with await, and an open one where a path below a root is declared."""

    class Upload:
        async def read(self, size: int = -1) -> bytes:
            return b""

        async def seek(self, offset: int) -> None: ...

    with path.open("rb") as file, pytest.raises(ParamError, match="is an open file"):
        file_content(root="/srv").accept(file)
    with pytest.raises(ParamError, match="is a closed file"):
        file_content().accept(file)
    with pytest.raises(ParamError, match=r"read with await.*\n.*\.file"):
        file_content().accept(Upload())
    octets: Any = type("P", (os.PathLike,), {"__fspath__": lambda _: b"x"})()
    with pytest.raises(ParamError, match="path in octets"):
        file_content().accept(octets)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")
def test_a_forked_process_reads_with_threads_of_its_own(path: Path) -> None:
    """As a worker of a server that loads the application first and forks then."""
    program = f"""
import asyncio, os
from antiphon.runtime.files.threads import in_thread

asyncio.run(in_thread(os.stat, {str(path)!r}))
child = os.fork()
if child == 0:
    asyncio.run(asyncio.wait_for(in_thread(os.stat, {str(path)!r}), 100))
    os._exit(7)
print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
"""
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", program], capture_output=True, text=True, check=False, timeout=300
    )
    assert ("7\n", "") == (done.stdout, done.stderr)

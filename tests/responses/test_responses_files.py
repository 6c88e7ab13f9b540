"""FileResponse: a name that survives, one answer at every door, and lengths that are the file's."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import anyio
import pytest
from hypothesis import given
from hypothesis import strategies as st

from antiphon.errors import ParamError
from antiphon.headers.content_disposition import ContentDisposition
from antiphon.http.file_names import saved_as
from antiphon.http.parsing.disposition import filenames
from antiphon.responses import FileResponse, Response, StreamingResponse
from tests.support.exchange import sent_by


@pytest.mark.parametrize(
    ("name", "field"),
    [
        (".gitignore", 'attachment; filename=".gitignore"'),
        ("report.", 'attachment; filename="report."'),
        ("x.txt ", "attachment; filename*=utf-8''x.txt%20"),
        ("\u200eWhatsApp Image.jpeg", "attachment; filename*=utf-8''_WhatsApp%20Image.jpeg"),
        ("naïve €.txt", "attachment; filename*=utf-8''na%C3%AFve%20%E2%82%AC.txt"),
        ("../../etc/passwd", 'attachment; filename=".._.._etc_passwd"'),
        ("a\r\nSet-Cookie: b=c", "attachment; filename*=utf-8''a__Set-Cookie_%20b%3Dc"),
        ("a\u202etxt.exe", 'attachment; filename="a_txt.exe"'),
        ("10:30?.txt", 'attachment; filename="10_30_.txt"'),
        ("=?utf-8?q?a?=.txt", "attachment; filename*=utf-8''%3D_utf-8_q_a_%3D.txt"),
        ("100%41.txt", "attachment; filename*=utf-8''100%2541.txt"),
        ("\udcff.txt", 'attachment; filename="_.txt"'),
        ("..", 'attachment; filename="download"'),
        ("", "attachment"),
        ("x" * 300 + ".pdf", f'attachment; filename="{"x" * 240}.pdf"'),
    ],
)
def test_a_file_name_is_sent_as_it_survives(name: str, field: str) -> None:
    """A user's own name is never an error; the attribute keeps it."""
    response = FileResponse(__file__, filename=name)

    assert field == response.headers["content-disposition"]
    assert name == response.filename


@given(st.text("abcé€ .()\0", max_size=10) | st.text("/\\:.~- a\u202e\u200b\ud800%=?", max_size=6))
def test_every_door_sends_the_same_name(name: str) -> None:
    """FileResponse and ContentDisposition, and a browser saves what they send, but for dots and spaces at its ends."""
    typed = ContentDisposition("attachment", filename=name)
    sent = list(filenames(FileResponse(__file__, filename=name).headers["content-disposition"]))

    assert ([] if typed.filename is None else [typed.filename]) == sent
    assert all("a" not in file or saved_as(file).strip("._ ~-") == file.strip("._ ~-") for file in sent)


def test_a_given_disposition_stays() -> None:
    """As with Starlette; an empty name adds no second one."""
    given_headers = {"content-disposition": "inline"}
    for name in ("a.txt", ""):
        response = FileResponse(__file__, filename=name, headers=given_headers)
        assert ["inline"] == response.headers.getlist("content-disposition")


@pytest.mark.parametrize("stat", [True, False])
def test_the_true_length_of_a_file_may_be_given(stat: bool) -> None:
    """Many services do."""
    path = Path(__file__)
    length = str(path.stat().st_size)
    response = FileResponse(path, headers={"Content-Length": length}, stat_result=path.stat() if stat else None)

    messages = sent_by(response)

    assert [length.encode()] == [value for name, value in messages[0]["headers"] if name == b"content-length"]


@pytest.mark.parametrize("stat", [True, False])
def test_a_false_length_that_is_set_later_is_not_sent(stat: bool) -> None:
    """It is refused before anything is sent."""
    path = Path(__file__)
    response = FileResponse(path, stat_result=path.stat() if stat else None)
    response.headers["content-length"] = "1"

    with pytest.raises(ParamError, match="is not the length of the content"):
        sent_by(response)


def test_a_file_that_is_not_there_is_told_when_it_is_sent() -> None:
    """By Starlette's own error."""
    response = FileResponse("/nowhere", headers={"content-length": "5"})

    with pytest.raises(RuntimeError, match="does not exist"):
        sent_by(response)


def test_a_status_without_content_is_refused_when_it_is_set() -> None:
    """And the response keeps the one that it had."""
    response: Any
    for response in (FileResponse(__file__), StreamingResponse([b"x"])):
        with pytest.raises(ParamError, match="has no content"):
            response.status_code = 204
        assert 200 == response.status_code
        response.status_code = 206
        assert 206 == response.status_code


def test_content_is_not_sent_with_a_status_that_has_none() -> None:
    """A status that is set on a finished response is judged when it is sent; the body may have gone by then."""
    response = Response("x")
    response.status_code = 304
    with pytest.raises(ParamError, match="status 304 has no content"):
        sent_by(response)
    response.body = b""
    assert 304 == sent_by(response)[0]["status"]
    status: Any
    for status in (0, 99, 600, 1000, "200", None):
        response.status_code = status
        with pytest.raises(ParamError, match="status_code: is"):
            sent_by(response)


@pytest.mark.parametrize("pieces", [[b"ab", b"c", b"d"], [b"ab"]])
def test_a_stream_keeps_to_its_length(pieces: list[bytes]) -> None:
    """Octets beyond the length are not sent, and content that is too short does not end the message."""
    response = StreamingResponse(iter(pieces), headers={"content-length": "3"})
    sent: list[Any] = []

    async def exchange() -> None:
        async def receive() -> Any:
            await anyio.sleep(5)

        async def send(message: Any) -> None:
            sent.append(message)

        await response({"type": "http", "method": "GET", "asgi": {"spec_version": "2.4"}}, receive, send)

    with pytest.raises(ParamError, match="is 3, and the stream has given"):
        anyio.run(exchange)
    assert len(b"".join(message.get("body", b"") for message in sent)) <= 3
    assert all(message.get("more_body", True) for message in sent)


def test_a_stream_of_its_length_is_sent_whole() -> None:
    """And one of a list is counted before."""
    pieces: list[str | bytes] = [b"ab", "c"]
    for content in (iter(pieces), pieces):
        messages = sent_by(StreamingResponse(content, headers={"content-length": "3"}))
        assert b"abc" == b"".join(message.get("body", b"") for message in messages)

"""Files in FastAPI and Starlette applications, under their middleware."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("fastapi", reason="these routes are FastAPI's")

from fastapi import FastAPI
from fastapi.testclient import TestClient
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.gzip import GZipMiddleware

from antiphon import ContentDisposition, FileReply, Problem, Reply
from antiphon.integrations.fastapi import install

CONTENT = b"0123456789" * 100_000


class Download(FileReply, cache_control="no-cache"):
    """A file."""

    content_disposition: ContentDisposition


class Gone(Reply[Problem], status=410, media_type="application/problem+json"):
    """It was deleted."""


@pytest.fixture
def client(tmp_path: Path) -> TestClient:
    (tmp_path / "a.bin").write_bytes(CONTENT)
    app = FastAPI()
    install(app)
    app.add_middleware(CORSMiddleware, allow_origins=["https://shop.example"])
    app.add_middleware(GZipMiddleware, minimum_size=10**9)

    async def endpoint(name: str) -> Download | Gone:
        if name == "gone":
            return Gone(Problem(title="Gone", status=410))
        return Download(tmp_path / name, content_disposition=ContentDisposition.attachment(name))

    app.get("/files/{name}")(endpoint)
    return TestClient(app)


def test_the_request_decides(client: TestClient) -> None:
    """Three times over: nothing that middleware adds stays on the declaration."""
    for _ in range(3):
        origin = {"origin": "https://shop.example"}
        whole = client.get("/files/a.bin", headers=origin)
        part = client.get("/files/a.bin", headers={"range": "bytes=10-19", **origin})
        same = client.get("/files/a.bin", headers={"if-none-match": whole.headers["etag"], **origin})

        assert (200, CONTENT) == (whole.status_code, whole.content)
        assert (206, b"0123456789") == (part.status_code, part.content)
        assert (304, b"") == (same.status_code, same.content)
        for response in (whole, part, same):
            assert response.headers.get_list("access-control-allow-origin") == ["https://shop.example"]
            assert response.headers.get_list("cache-control") == ["no-cache"]
    assert client.get("/files/gone").status_code == 410


def test_the_document_has_every_status(client: TestClient) -> None:
    """Of the file and of the reply beside it."""
    responses = client.get("/openapi.json").json()["paths"]["/files/{name}"]["get"]["responses"]

    assert {"200", "206", "304", "410", "412", "416"} <= set(responses)
    assert responses["206"]["headers"]["Content-Range"]["schema"]["type"] == "string"
    assert "content" not in responses["304"]

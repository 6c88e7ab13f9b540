"""An application with handlers that are not understood does not start, and says all that is wrong."""

from __future__ import annotations

import asyncio
import logging
from typing import Any

import pydantic
import pytest
from fastapi import APIRouter, FastAPI
from fastapi.testclient import TestClient

from antiphon import Reply, SpecError
from antiphon.integrations.fastapi import install


class User(pydantic.BaseModel):
    name: str


class Shown(Reply[User]): ...


def application() -> FastAPI:
    """Two faults in an included router, one in an application that is mounted."""
    router, mounted, app = APIRouter(), FastAPI(), FastAPI()

    @router.get("/contradicts", status_code=201)
    def contradicts() -> Shown:
        raise NotImplementedError

    @router.get("/base")
    def base() -> Reply[User]:
        raise NotImplementedError

    @mounted.get("/below", status_code=202)
    def below() -> Shown:
        raise NotImplementedError

    app.include_router(router)
    app.mount("/mounted", mounted)
    install(app)
    return app


def test_all_findings_are_told_at_once() -> None:
    """With their codes, in the start-up of a test client, for the first request without one, and for the document."""
    app = application()

    with pytest.raises(SpecError) as at_start, TestClient(app):
        raise NotImplementedError
    for _ in range(2):
        with pytest.raises(SpecError) as at_request:
            TestClient(app).get("/base")
        assert at_request.value is at_start.value
    with pytest.raises(SpecError) as at_document:
        app.openapi()

    for error in (at_start.value, at_document.value):
        assert ["AN041", "AN040", "AN041"] == [one.code for one in error.diagnostics]


def test_a_server_is_told_that_the_start_up_failed() -> None:
    """An exception alone would be taken for an application without lifespan, which is served."""
    sent: list[Any] = []

    async def receive() -> dict[str, str]:
        return {"type": "lifespan.startup"}

    async def send(message: Any) -> None:
        sent.append(message)

    with pytest.raises(SpecError):
        asyncio.run(application()({"type": "lifespan", "asgi": {"version": "3.0"}}, receive, send))

    assert ["lifespan.startup.failed"] == [message["type"] for message in sent]
    assert sent[0]["message"].count("error[AN04") == 3


def test_uvicorn_does_not_serve_it(caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch) -> None:
    uvicorn = pytest.importorskip("uvicorn")
    monkeypatch.setattr(logging.getLogger("uvicorn"), "propagate", True)  # another test's server has a log of its own
    server = uvicorn.Server(uvicorn.Config(application(), port=0, log_config=None))

    with caplog.at_level(logging.ERROR, logger="uvicorn.error"), pytest.raises(SystemExit):
        server.run()

    assert not server.started
    assert "error[AN041]" in caplog.text

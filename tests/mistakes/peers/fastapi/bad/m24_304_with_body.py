from __future__ import annotations

from fastapi import FastAPI
from fastapi.responses import PlainTextResponse

app = FastAPI()


@app.get("/")
def endpoint() -> PlainTextResponse:
    return PlainTextResponse("unchanged", status_code=304)  # E: no content on 304

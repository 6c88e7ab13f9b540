from __future__ import annotations

from fastapi import FastAPI, Response

app = FastAPI()


@app.get("/")
def endpoint() -> Response:
    return Response()

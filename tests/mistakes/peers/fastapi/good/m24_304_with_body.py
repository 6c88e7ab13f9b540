from __future__ import annotations

from fastapi import FastAPI, Response

app = FastAPI()


@app.get("/")
def endpoint() -> Response:
    return Response(status_code=304, headers={"ETag": '"v1"'})

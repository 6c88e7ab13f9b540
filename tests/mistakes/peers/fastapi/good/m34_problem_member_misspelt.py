from __future__ import annotations

from fastapi import FastAPI
from fastapi.responses import JSONResponse

app = FastAPI()


@app.get("/")
def endpoint() -> JSONResponse:
    return JSONResponse({"title": "Gone"}, status_code=404, media_type="application/problem+json")

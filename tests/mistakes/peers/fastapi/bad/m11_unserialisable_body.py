from __future__ import annotations

from fastapi import FastAPI
from fastapi.responses import JSONResponse

app = FastAPI()


@app.get("/")
def endpoint() -> JSONResponse:
    return JSONResponse(object())  # E: no JSON form

from __future__ import annotations

from fastapi import FastAPI
from fastapi.responses import JSONResponse

app = FastAPI()


@app.get("/")
def endpoint() -> JSONResponse:
    return JSONResponse([1], status_code=206)  # E: 206 without Content-Range

from __future__ import annotations

from fastapi import FastAPI
from fastapi.responses import JSONResponse

ORDER = {"number": 7}

app = FastAPI()


@app.get("/")
def endpoint() -> JSONResponse:
    return JSONResponse(ORDER, headers={"Content-Length": "999"})  # E: the content is shorter

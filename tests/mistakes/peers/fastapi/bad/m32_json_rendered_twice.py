from __future__ import annotations

import json

from fastapi import FastAPI
from fastapi.responses import JSONResponse

ORDER = {"number": 7}

app = FastAPI()


@app.get("/")
def endpoint() -> JSONResponse:
    return JSONResponse(json.dumps(ORDER))  # E: JSON inside a JSON string

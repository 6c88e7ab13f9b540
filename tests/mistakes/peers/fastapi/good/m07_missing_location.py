from __future__ import annotations

from fastapi import FastAPI, Response
from fastapi.responses import RedirectResponse

app = FastAPI()


@app.get("/")
def endpoint() -> Response:
    return RedirectResponse("/orders", status_code=303)

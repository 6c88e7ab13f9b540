from __future__ import annotations

from fastapi import FastAPI
from fastapi.responses import RedirectResponse

app = FastAPI()


@app.get("/")
def endpoint() -> RedirectResponse:
    return RedirectResponse("/orders", status_code=303)

from __future__ import annotations

from fastapi import FastAPI
from fastapi.responses import HTMLResponse

app = FastAPI()


@app.get("/")
def endpoint() -> HTMLResponse:
    return HTMLResponse("<h1>Orders</h1>")

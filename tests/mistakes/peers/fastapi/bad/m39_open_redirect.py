from __future__ import annotations

from fastapi import FastAPI
from fastapi.responses import RedirectResponse

app = FastAPI()


@app.get("/")
def endpoint(target: str = "//evil.example/") -> RedirectResponse:
    return RedirectResponse(target, status_code=303)  # E: a user's text leads anywhere

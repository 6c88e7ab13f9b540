from __future__ import annotations

from fastapi import FastAPI
from typing_extensions import TypedDict

app = FastAPI()


class Row(TypedDict):
    name: str


@app.get("/")
def endpoint() -> Row:
    return {"nmae": "Ada"}  # E: name

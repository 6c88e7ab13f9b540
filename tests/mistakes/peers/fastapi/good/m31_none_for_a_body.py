from __future__ import annotations

from fastapi import FastAPI
from pydantic import BaseModel


class Order(BaseModel):
    number: int


app = FastAPI()


@app.get("/")
def endpoint() -> Order | None:
    return {7: Order(number=7)}.get(8)

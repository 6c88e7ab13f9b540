from __future__ import annotations

from fastapi import FastAPI
from pydantic import BaseModel


class Order(BaseModel):
    number: int


app = FastAPI()


@app.get("/")
def endpoint() -> list[Order]:
    return {"data": [Order(number=7)]}  # E: the list is declared bare

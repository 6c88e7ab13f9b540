from __future__ import annotations

from fastapi import FastAPI
from pydantic import BaseModel


class Order(BaseModel):
    number: int


app = FastAPI()


@app.get("/")
def endpoint() -> Order:
    return {"number": "seven"}  # E: the endpoint promises an Order

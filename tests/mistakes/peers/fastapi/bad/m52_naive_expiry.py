from __future__ import annotations

from datetime import datetime

from fastapi import FastAPI, Response
from pydantic import BaseModel


class Order(BaseModel):
    number: int


app = FastAPI()


@app.get("/")
def endpoint(response: Response) -> Order:
    response.set_cookie("cart", "c1", expires=datetime(2030, 1, 1))  # E: in which time zone?
    return Order(number=7)

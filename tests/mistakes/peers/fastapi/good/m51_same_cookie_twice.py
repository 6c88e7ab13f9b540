from __future__ import annotations

from fastapi import FastAPI, Response
from pydantic import BaseModel


class Order(BaseModel):
    number: int


app = FastAPI()


@app.get("/")
def endpoint(response: Response) -> Order:
    response.set_cookie("cart", "c1")
    response.set_cookie("theme", "c2")
    return Order(number=7)

from __future__ import annotations

from fastapi import FastAPI, Response
from pydantic import BaseModel


class Order(BaseModel):
    number: int


app = FastAPI()


@app.get("/")
def endpoint(response: Response) -> Order:
    response.set_cookie("__Host-cart", "c1", secure=True, domain="shop.example")  # E: never a Domain
    return Order(number=7)

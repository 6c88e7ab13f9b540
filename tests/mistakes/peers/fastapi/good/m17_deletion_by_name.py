from __future__ import annotations

from fastapi import FastAPI, Response
from pydantic import BaseModel


class Order(BaseModel):
    number: int


app = FastAPI()


@app.get("/")
def endpoint(response: Response) -> Order:
    response.delete_cookie("session", path="/app")
    return Order(number=7)

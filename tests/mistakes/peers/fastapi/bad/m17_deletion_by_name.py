from __future__ import annotations

from fastapi import FastAPI, Response
from pydantic import BaseModel


class Order(BaseModel):
    number: int


app = FastAPI()


@app.get("/")
def endpoint(response: Response) -> Order:
    response.delete_cookie("session")  # E: it was set with path="/app", so the cookie stays
    return Order(number=7)

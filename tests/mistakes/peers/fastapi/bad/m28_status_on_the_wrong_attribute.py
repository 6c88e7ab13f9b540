from __future__ import annotations

from fastapi import FastAPI, Response
from pydantic import BaseModel


class Order(BaseModel):
    number: int


app = FastAPI()


@app.get("/")
def endpoint(response: Response) -> Order:
    response.status = 202  # E: it is status_code
    return Order(number=7)

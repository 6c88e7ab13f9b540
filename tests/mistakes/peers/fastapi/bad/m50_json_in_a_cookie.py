from __future__ import annotations

import json

from fastapi import FastAPI, Response
from pydantic import BaseModel


class Order(BaseModel):
    number: int


app = FastAPI()


@app.get("/")
def endpoint(response: Response) -> Order:
    response.set_cookie("cart", json.dumps({"items": 1}))  # E: quotes come back as backslashes
    return Order(number=7)

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from fastapi.responses import JSONResponse
from pydantic import BaseModel

ORDER = {"number": 7}


class Order(BaseModel):
    number: int


app = FastAPI()


@app.get("/", responses={404: {"model": Order}})
def endpoint(found: bool = False) -> Any:
    if not found:
        return JSONResponse(ORDER, status_code=404)
    return Order(number=7)

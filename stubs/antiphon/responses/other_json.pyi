# Written by `nox -s generate` from src; do not edit.
"""The names that FastAPI gave to JSON of other encoders. Here each is JSONResponse, which msgspec renders."""

from antiphon.responses.classes import JSONResponse
from antiphon.responses.response import B_co, S_co

__all__ = ["ORJSONResponse", "UJSONResponse"]

class ORJSONResponse(JSONResponse[S_co, B_co]):
    """JSON for services that import this name from `fastapi.responses`; orjson is not needed.

    NaN is refused, where orjson writes null, and so is an array of NumPy: give `array.tolist()`.
    """

class UJSONResponse(JSONResponse[S_co, B_co]):
    """JSON for services that import this name from `fastapi.responses`; ujson is not needed.

    NaN is refused, where ujson writes it as no JSON is written.
    """

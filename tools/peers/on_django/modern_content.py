"""The mistakes in the content, as django-modern-rest spells them: an endpoint each."""

from __future__ import annotations

from typing import Final

from tools.peers.on_django.mistake import Mistake
from tools.peers.on_django.modern_endpoint import USER, returned

#: The controllers of streams, in the place of the usual one.
LINES: Final = "JsonLinesController"
EVENTS: Final = "SSEController"
_ROWS: Final = """\
from collections.abc import AsyncIterator

from dmr.streaming.jsonl import JsonLinesController

class Row(BaseModel):
    id: int

class Named(BaseModel):
    name: str

async def rows(row):
    yield row

async def rows_and_an_end():
    try:
        yield Row(id=1)
    finally:
        yield Row(id=2)

"""
_PRICES: Final = """\
from collections.abc import AsyncIterator
from typing import Literal

from dmr.streaming.sse import SSEController, SSEvent

class Price(BaseModel):
    value: float

class Priced(BaseModel):
    data: Price
    id: int | None = None
    retry: int | None = None
    comment: str | None = None

    @property
    def should_serialize_data(self) -> bool:
        return True

class Tick(Priced):
    event: Literal["tick"] = "tick"

class Tock(Priced):
    event: Literal["tock"] = "tock"

async def ticks(event):
    yield event

"""
_PROBLEM: Final = """\
from dmr.problem_details import ProblemDetailsError, ProblemDetailsModel

"""
_PROBLEMS: Final = "[ResponseSpec(ProblemDetailsModel, status_code=HTTPStatus.GONE)]"


def _stream(bad: str, good: str, of: str, above: str) -> Mistake:
    wrong, right = (f"async def get(self) -> AsyncIterator[{of}]:\n    return {what}" for what in (bad, good))
    return Mistake(wrong, right, above=above)


def _event(data: str) -> str:
    return f'ticks(SSEvent({data}, event="tick"))'


def _raised(arguments: str) -> str:
    return f"def get(self) -> User:\n    raise ProblemDetailsError({arguments}, status_code=HTTPStatus.GONE)"


_STOCK: Final = 'type="https://shop.example/problems/stock"'
_SOLD: Final = 'type="https://shop.example/problems/sold-out"'
MISTAKES: Final = {
    "03": Mistake(returned('{"id": "one"}'), USER),
    "11": Mistake(returned('{"at": object()}', "dict[str, object]"), USER),
    "29": Mistake(returned("[User(id=1)]"), USER),
    "30": Mistake(returned('{"data": [User(id=1)]}', "list[User]"), returned("[User(id=1)]", "list[User]")),
    "31": Mistake(returned("{7: User(id=7)}.get(8)"), USER),
    "32": Mistake(returned('json.dumps({"id": 1})'), USER, above="import json\n"),
    "33": Mistake(returned('{"di": 1}'), USER),
    "34": Mistake(_raised('"", show_detail=False, titel="Gone"'), _raised('"", title="Gone"'), _PROBLEMS, _PROBLEM),
    "47": Mistake(returned('{"at": threading.Lock()}', "dict[str, object]"), USER, above="import threading\n"),
    "76": _stream('rows(Named(name="Ada"))', "rows(Row(id=1))", "Row", _ROWS),
    "77": _stream("rows_and_an_end()", "rows(Row(id=1))", "Row", _ROWS),
    "78": _stream("ticks(Tock(data=Price(value=1.5)))", "ticks(Tick(data=Price(value=1.5)))", "Tick", _PRICES),
    "79": _stream(_event('{"amount": 1.5}'), _event("Price(value=1.5)"), "SSEvent[Price]", _PRICES),
    "95": Mistake(_raised(f'"Sold out", {_STOCK}'), _raised(f'"Sold out", {_SOLD}'), _PROBLEMS, _PROBLEM),
    "98": Mistake(returned("[self.to_response(User(id=1))]", "list[User]"), returned("[User(id=1)]", "list[User]")),
}

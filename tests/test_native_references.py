"""The extension gives back every reference: whatever path a call takes, nothing grows."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import sys
import tracemalloc
from collections.abc import Callable, Iterator
from typing import Any

import msgspec
import pydantic
import pytest

from antiphon import Bodiless, ETag, Location, Params, Reply, cookie, header, placeholder, respond
from antiphon.headers.field import FieldError
from antiphon.responses import JSONResponse, RedirectResponse
from tests.native_senders import pause
from tests.native_twins import needs_extension

pytestmark = needs_extension

TIMES = 500
HTTP: Any = {"type": "http"}


class User(msgspec.Struct):
    id: int
    score: float | None = None


class Model(pydantic.BaseModel):
    id: int


class AllParams(Params):
    location: Location
    etag: ETag | None = header(default=None)
    x_text: str = header(default="usual")
    sid: str = cookie(max_age=60)
    number: int = cookie(default=5)


class Where(Params):
    user: str = placeholder()


class Found(Reply[User]):
    """A declared reply."""

    sid: str = cookie()


class Empty(Bodiless):
    """One without content."""


full: Any = (
    respond(201).json(User, media_type="application/vnd.x+json").background("on_success").params(AllParams).compile()
)
listed: Any = respond(200).json(list[User]).compile()
model: Any = respond(200).json(Model).compile()
searched: Any = respond(200).json(dict[str, Any]).compile()
text: Any = respond(200).text().compile()
template: Any = respond(303).location("/users/{user}").params(Where).compile()
constant: Any = respond(204).compile()
FULL: dict[str, Any] = {"location": Location("/x"), "sid": "s"}


def no(call: Callable[..., Any], *arguments: Any, **keywords: Any) -> None:
    """A call that is refused."""
    with contextlib.suppress(ValueError, TypeError, FieldError):
        call(*arguments, **keywords)
        raise AssertionError("it was taken")


def step(coroutine: Any, *steps: tuple[Any, ...]) -> None:
    """Take a coroutine through some steps, and drop it."""
    for method, *arguments in steps:
        with contextlib.suppress(StopIteration, KeyError, RuntimeError, TypeError):
            getattr(coroutine, method)(*arguments)


async def raises(message: Any) -> None:
    raise KeyError


def cycle(response: Any) -> None:
    response.own = response.background = [response]


NEXT, CLOSE, THROW = ("send", None), ("close",), ("throw", KeyError)
#: What is done over and over: good calls, doubtful ones, refused ones, and all that can become of a coroutine.
PATHS: dict[str, Callable[[], object]] = {
    "good": lambda: full(User(1, 0.5), **FULL),
    "good, with all params": lambda: full(User(1), **FULL, etag=ETag("a"), x_text="b", number=7),
    "names that are not interned": lambda: full(User(1), **{"".join([*name]): value for name, value in FULL.items()}),
    "left to Python": lambda: full(User(1), location="/x?y#z", sid="s"),
    "list": lambda: listed([User(1), User(2, 1.5)]),
    "long": lambda: text("x" * 5000),
    "model": lambda: model(Model(id=1)),
    "searched": lambda: searched({"a": None}),
    "template": lambda: template(user="a b"),
    "constant": constant,
    "reply": lambda: Found(User(1), sid="s"),
    "bodiless": Empty,
    "drop-in": lambda: JSONResponse({"a": 1}),
    "redirect": lambda: RedirectResponse("/x"),
    "Location": lambda: (Location("/a"), Location("/a?b#c")),
    "refused NaN": lambda: no(full, User(1, float("nan")), **FULL),
    "refused NaN in a list": lambda: no(listed, [User(1, float("inf"))]),
    "refused NaN that is searched for": lambda: no(searched, {"a": float("nan")}),
    "refused content": lambda: no(full, 5, **FULL),
    "refused text": lambda: no(text, "\ud800"),
    "refused cookie": lambda: no(full, User(1), location=Location("/x"), sid="a b"),
    "refused param after good ones": lambda: no(full, User(1), **FULL, etag="a", x_text="é"),
    "refused placeholder": lambda: no(template, user=".."),
    "refused Location": lambda: no(Location, "//evil.example"),
    "unencodable": lambda: no(searched, {"a": object()}),
    "missing": lambda: no(full, User(1)),
    "unknown": lambda: no(full, User(1), **FULL, sidd="s"),
    "refused reply": lambda: no(Found, User(1), sid="a b"),
    "sent": lambda: step(full.send(pause, User(1), **FULL), NEXT, NEXT, NEXT),
    "sent object": lambda: step(full(User(1), **FULL)(HTTP, None, pause), NEXT, NEXT, NEXT),
    "sent reply": lambda: step(Empty()(HTTP, None, pause), NEXT, NEXT, NEXT),  # type: ignore[arg-type]  # nothing is received
    "never begun": lambda: step(constant()(HTTP, None, pause), CLOSE),
    "dropped": lambda: step(constant()(HTTP, None, pause), NEXT),
    "closed": lambda: step(constant.send(pause), NEXT, NEXT, CLOSE),
    "thrown into": lambda: step(constant.send(pause), NEXT, THROW, NEXT),
    "thrown before": lambda: step(constant.send(pause), THROW, NEXT),
    "send raises": lambda: step(constant.send(raises), NEXT),
    "send is none": lambda: step(constant.send(None), NEXT),
    "send gives a number": lambda: step(constant.send(lambda _message: 5), NEXT),
    "deleted": lambda: delattr(constant(), "body"),
    "a cycle": lambda: cycle(full(User(1), **FULL)),
    "a cycle by a reply": lambda: cycle(Empty()),
}


@pytest.fixture(autouse=True)
def traced() -> Iterator[None]:
    """Memory is counted, block by block; what was there before is out of the collector's sight."""
    gc.collect()
    gc.freeze()
    tracemalloc.start()
    yield
    tracemalloc.stop()
    gc.unfreeze()


def kept() -> tuple[int, int]:
    """How many octets and objects there are."""
    gc.collect()
    return tracemalloc.get_traced_memory()[0], len(gc.get_objects())


def growth(do: Callable[[], object], times: int = TIMES) -> tuple[int, int]:
    """By how many octets and objects each of three rounds grew, at least: what is lost is lost in every one of them."""
    rounds = []
    for _ in range(3):
        before = kept()
        for _ in range(times):
            do()
        rounds.append([now - then for now, then in zip(kept(), before, strict=True)])
    octets, objects = map(min, zip(*rounds, strict=True))
    return octets, objects


@pytest.mark.parametrize("path", PATHS)
def test_nothing_grows(path: str) -> None:
    """Neither memory nor the objects that the collector knows, nor the references to what all calls share."""
    do = PATHS[path]
    shared = [None, True, "http", "type", "", b"", full, full.__wrapped__, full.spec, type(constant()), Found, Empty]
    for _ in range(50):
        do()
    gc.collect()
    counts = [*map(sys.getrefcount, shared)]

    octets, objects = growth(do)

    held = [now - then for now, then in zip(map(sys.getrefcount, shared), counts, strict=True)]
    assert max(map(abs, held)) < TIMES / 10
    assert octets < TIMES * 16  # no object is as small
    assert objects < TIMES / 10


def test_nothing_grows_with_cancelled_tasks() -> None:
    """A task that is cancelled in the middle gives back the response, the messages and `send`."""

    async def wait(message: Any) -> None:
        await asyncio.sleep(3600)

    async def exchange() -> None:
        for _ in range(10):
            task = asyncio.ensure_future(full(User(1), **FULL)(HTTP, None, wait))
            await asyncio.sleep(0)
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task

    asyncio.run(exchange())

    octets, objects = growth(lambda: asyncio.run(exchange()), times=50)

    assert octets < 500 * 64  # asyncio keeps some names
    assert objects < 50

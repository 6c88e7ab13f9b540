"""Many threads and many event loops at once: compiled responses hold nothing that one call could leave for another."""

from __future__ import annotations

import asyncio
import os
import sys
import threading
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import msgspec
import pydantic
import pytest

from antiphon import (
    ETag,
    FamilyReply,
    Location,
    ParamError,
    Params,
    Problem,
    Reply,
    answer,
    cookie,
    early_answer,
    header,
    host_cookie,
    respond,
)
from antiphon.headers.field import FieldError
from antiphon.responses import HTMLResponse, JSONResponse, RedirectResponse
from antiphon.runtime.codegen import factory
from antiphon.runtime.instance import subclass
from antiphon.runtime.late_pool import LatePool
from antiphon.runtime.one_for_all import one_for_all

THREADS = 8
REFUSALS = (400, 403, 404, 409, 410, 418, 422, 451)


class User(msgspec.Struct):
    id: int
    score: float


class Model(pydantic.BaseModel):
    id: int
    score: float


class SeenParams(Params):
    location: Location
    session: str = host_cookie(max_age=timedelta(hours=1))
    x_trace: str | None = header(default=None)


seen = respond(201).json(User).params(SeenParams).compile()
listed = respond(200).json(list[Model]).compile()


@pytest.fixture(autouse=True)
def eager_switching() -> Iterator[None]:
    """Threads give way to each other as often as the interpreter allows."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


def at_once(work: Callable[[int], Any]) -> list[Any]:
    """The results of each thread's work; all begin together. Raises what any of them raises."""
    start = threading.Barrier(THREADS)
    results: list[Any] = [None] * THREADS
    failures: list[BaseException] = []

    def run(number: int) -> None:
        start.wait()
        try:
            results[number] = work(number)
        except BaseException as error:  # noqa: BLE001 - it is raised again in the test's own thread
            failures.append(error)

    threads = [threading.Thread(target=run, args=(number,)) for number in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failures:
        raise failures[0]
    return results


async def _exchange(number: int) -> list[Any]:
    """One response by each of the two ways, with the number in all that varies."""
    sent: list[Any] = []

    async def send(message: Any) -> None:
        await asyncio.sleep(0)  # another exchange may go on here
        sent.append(message)

    async def receive() -> Any:
        raise NotImplementedError

    user, place = User(number, number / 2), Location(f"/users/{number}")
    await seen(user, location=place, session=f"s{number}")({"type": "http"}, receive, send)
    await seen.send(send, user, location=place, session=f"s{number}", x_trace=f"t{number}")
    return sent


def _expected(number: int) -> list[Any]:
    """The same, worked out by hand."""
    body = b'{"id":%d,"score":%b}' % (number, str(number / 2).encode())
    lines = [
        (b"content-type", b"application/json"),
        (b"location", b"/users/%d" % number),
        (b"set-cookie", b"__Host-session=s%d; HttpOnly; Max-Age=3600; Path=/; SameSite=Lax; Secure" % number),
        (b"content-length", b"%d" % len(body)),
    ]
    content = {"type": "http.response.body", "body": body}
    traced = [*lines, (b"x-trace", b"t%d" % number)]
    return [
        {"type": "http.response.start", "status": 201, "headers": sorted(lines)},
        content,
        {"type": "http.response.start", "status": 201, "headers": sorted(traced)},
        content,
    ]


def _sorted(messages: list[Any]) -> list[Any]:
    return [{**m, "headers": sorted(m["headers"])} if "headers" in m else m for m in messages]


def test_one_compiled_response_serves_many_threads() -> None:
    """Each thread's exchanges, in an event loop of its own, hold that thread's values and no other's."""

    async def exchanges(number: int) -> Any:
        return await asyncio.gather(*(_exchange(number * 1000 + n) for n in range(40)))

    results = at_once(lambda number: asyncio.run(exchanges(number)))

    for number, found in enumerate(results):
        assert [_expected(number * 1000 + n) for n in range(40)] == [_sorted(messages) for messages in found]


def test_one_compiled_response_serves_many_event_loops_in_turn() -> None:
    """Nothing is bound to the loop in which a response was first sent."""
    assert [_expected(n) for n in range(20)] == [_sorted(asyncio.run(_exchange(n))) for n in range(20)]


def test_refusals_in_one_thread_do_not_reach_another() -> None:
    """While half of the threads are refused, the others get their responses."""

    def work(number: int) -> set[Any]:
        found: set[Any] = set()
        for n in range(150):
            wrong = number % 2
            try:
                made = seen(User(n, float("nan") if wrong else 1.0), location=Location("/x"), session="s")
                found.add(made.status_code)
            except ParamError as error:
                found.add(error.parameter)
        return found

    assert [{201}, {"content"}] * (THREADS // 2) == at_once(work)


def test_plain_models_are_printed_in_many_threads() -> None:
    """The generated encoder has no state."""

    def work(number: int) -> list[bytes]:
        return [bytes(listed([Model(id=number, score=n)]).body) for n in range(100)]

    assert [[b'[{"id":%d,"score":%d.0}]' % (number, n) for n in range(100)] for number in range(THREADS)] == at_once(
        work
    )


def test_locations_are_judged_in_many_threads() -> None:
    """Good targets are taken and bad ones refused, whoever asks at the same time."""

    def work(number: int) -> tuple[int, int]:
        taken = refused = 0
        for n in range(150):
            try:
                taken += Location(f"/users/{n}" if (n + number) % 2 else f"//evil.example/{n}") != ""
            except FieldError:
                refused += 1
        return taken, refused

    assert [(75, 75)] * THREADS == at_once(work)


def test_a_shape_that_is_new_to_all_threads_is_made_for_all() -> None:
    """Threads that meet in the cache of factories each get a response that works."""

    def work(number: int) -> list[Any]:
        found = []
        for n in range(6):
            name = f"met_{n}_in_test_threads"
            made = type("Met", (Params,), {"__annotations__": {name: str}, name: cookie(f"c{number}")})
            call: Any = respond(200).text().params(made).compile()
            found.append(call("x", **{name: f"v{number}"}).raw_headers[-2:])
        return found

    results = at_once(work)

    for number, found in enumerate(results):
        start = b"c%d=v%d;" % (number, number)
        assert [True] * 6 == [any(value.startswith(start) for _, value in lines) for lines in found]
    assert factory.cache_info().currsize > 0


def test_the_class_of_instances_is_the_same_in_every_thread() -> None:
    """Threads that meet before the class is kept make responses of one class, below the concrete one."""
    for _ in range(20):
        fresh = one_for_all(subclass)

        def work(_: int, fresh: Callable[[type], type] = fresh) -> list[object]:
            return [fresh(concrete)() for concrete in (JSONResponse, HTMLResponse)]

        made = at_once(work)

        for concrete, alike in zip((JSONResponse, HTMLResponse), zip(*made, strict=True), strict=True):
            assert 1 == len(set(map(type, alike)))
            assert isinstance(alike[0], concrete)
            assert not hasattr(alike[0], "body")


def test_classes_of_replies_are_declared_in_many_threads() -> None:
    """Class statements that run at the same moment, as in imports by several threads, do not meet."""

    def work(number: int) -> list[Any]:
        found = []
        for n in range(4):

            class Made(Reply[User], status=201):
                x_trace: str = header()

            class Failed(FamilyReply[Problem], family="4XX"):
                """Whatever the client did."""

            made: Any = Made(User(n, 1.0), x_trace=f"t{number}")
            failed = Failed(Problem(title=f"p{n}"), status=REFUSALS[number])
            found.append((made.status_code, made.headers["x-trace"], failed.status_code, type(made) is Made))
        return found

    assert [[(201, f"t{t}", REFUSALS[t], True)] * 4 for t in range(THREADS)] == at_once(work)


def test_a_family_is_compiled_for_a_status_while_others_ask_for_it() -> None:
    """The first response of a status may be wanted by several threads."""

    class Failed(FamilyReply[Problem], family="4XX"):
        """Whatever the client did."""

    made = at_once(lambda t: [Failed(Problem(title=f"p{t}"), status=status).body for status in REFUSALS])

    assert [[b'{"title":"p%d","status":%d}' % (t, s) for s in REFUSALS] for t in range(THREADS)] == made


def test_a_type_that_is_new_to_all_threads_is_read_for_all() -> None:
    """A JSON type is read in the same way, whichever thread was the first to ask."""
    for _ in range(5):
        item = msgspec.defstruct("Item", [("name", str), ("seen", float | None)])
        own = pydantic.create_model("Own", name=str, seen=float)
        both: Any = {"list": list[item], "dict": dict[str, own | item]}  # type: ignore[valid-type]  # made just now

        def work(number: int, both: Any = both, item: Any = item, own: Any = own) -> list[bytes]:
            listed = respond(200).json(both["list"]).compile()
            named = respond(200).json(both["dict"]).compile()
            given = item("a", number), own(name="b", seen=number)
            return [bytes(listed([given[0]]).body), bytes(named({"a": given[0], "b": given[1]}).body)]

        assert [
            [b'[{"name":"a","seen":%d}]' % t, b'{"a":{"name":"a","seen":%d},"b":{"name":"b","seen":%d.0}}' % (t, t)]
            for t in range(THREADS)
        ] == at_once(work)


def test_a_304_is_derived_in_many_threads() -> None:
    """Threads that are the first to need the 304 of a reply get one that works, and classes that are the same."""

    class Shown(Reply[User]):
        etag: ETag = header("ETag")

    asked = {"type": "http", "method": "GET", "headers": [(b"if-none-match", b'"v1"')]}

    def work(number: int) -> list[Any]:
        early: Any = early_answer(asked, Shown, etag=ETag("v1"))
        late: Any = answer(asked, Shown(User(number, 1.0), etag=ETag("v1")))
        return [early.status_code, late.status_code, type(early), type(late)]

    found = at_once(work)

    assert [[304, 304]] * THREADS == [row[:2] for row in found]
    assert 1 == len({kind for row in found for kind in row[2:]})


def test_drop_in_responses_share_nothing() -> None:
    """Names that are remembered, and templates of cookies, are the same for all."""

    def work(number: int) -> list[Any]:
        lines = []
        for n in range(100):
            response = JSONResponse({"n": n}, headers={f"X-Thread-{n % 7}": f"{number}"})
            response.set_cookie("session", f"s{number}")
            lines += [response.raw_headers[0][1], response.raw_headers[-1][1][:10], response.body]
            lines.append(RedirectResponse(f"/{number}/{n}").raw_headers[-1][1])
        return lines

    expected = [
        [b"%d" % t, b"session=s%d" % t, b'{"n":%d}' % n, b"/%d/%d" % (t, n)] for t in range(THREADS) for n in range(100)
    ]
    found = at_once(work)
    assert [line for row in expected for line in row] == [line for lines in found for line in lines]


def test_a_pool_is_made_once() -> None:
    """Threads that need one at the same moment share it, so that its bound holds."""
    pools = [LatePool(1, "late") for _ in range(20)]

    made = at_once(lambda _: [pool() for pool in pools])

    assert [1] * 20 == [len(set(map(id, alike))) for alike in zip(*made, strict=True)]
    for pool in pools:
        pool().shutdown()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="forks")
@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")  # it is multi-threaded, which is the point
def test_a_child_makes_a_pool_of_its_own() -> None:
    """The threads of the parent's pool are not in the child."""
    pool = LatePool(1, "late")
    assert 1 == pool().submit(int, 1).result()

    child = os.fork()
    if child == 0:
        os._exit(0 if pool().submit(int, 2).result(60) == 2 else 1)
    assert 0 == os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    pool().shutdown()

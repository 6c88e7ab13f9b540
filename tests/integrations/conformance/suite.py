"""The promises that every integration keeps: a test module of a framework imports all of them.

It has a fixture `service`: an application with a route for each case, on a real server. What the framework has around a
handler, such as a middleware, adds lines to a request with `X-Append`, and changes one for `X-Change`.
"""

from __future__ import annotations

import dataclasses
import logging
from collections.abc import Callable, Generator
from contextlib import contextmanager
from operator import itemgetter

import h11
import pytest

from antiphon.responses.merged import merged
from tests.integrations.conformance.cases import BREAKING, CASES, Case, Seen, expected
from tests.integrations.conformance.table import CLIENTS, MISSING
from tests.integrations.conformance.wire import Answer, ask, leave_early, without_server
from tests.support.patience import PATIENCE

Lines = list[tuple[bytes, bytes]]
#: The lines that the service adds to a request with X-Append.
APPENDED: Lines = [(b"x-appended", b"1"), (b"vary", b"Cookie"), (b"set-cookie", b"seen=1; Path=/")]
#: The line that it sets for one with X-Change, in the place of any other of that name.
CHANGED = (b"cache-control", b"no-cache")


@dataclasses.dataclass
class Service:
    """An application that is served."""

    port: int
    client: Callable[[str, str, dict[str, str]], Answer]
    """The framework's own test client."""
    prefix: str = ""
    """The beginning of its paths."""
    ordered: bool = True
    """Whether lines of different fields are in the response's order; otherwise only lines of one field are."""
    left_closes: bool = True
    """Whether the server notices a client that leaves."""
    frames: bool = True
    """Whether the server says where a body ends; otherwise nobody can tell that one has broken off."""
    around_raised: bool = True
    """Whether what is around a handler is also around what it raises."""
    uncarried: frozenset[str] = frozenset()
    """Cases that the framework cannot send: docs/reference/frameworks.md says why."""
    unread: frozenset[str] = frozenset()
    """Cases that the framework's client cannot read."""
    server_adds: frozenset[bytes] = frozenset()
    """Fields that server and framework write where nobody has sent them, such as the length of nothing."""
    client_adds: frozenset[bytes] = frozenset()
    """Fields that the framework's client shows where nobody has sent them."""

    def shown(self, lines: Lines) -> Lines:
        """The lines as they can be compared."""
        return lines if self.ordered else sorted(lines, key=itemgetter(0))

    def read(self, answer: Answer, own: Lines) -> Lines:
        """The lines of an answer, without those that the server adds where `own` has none of that name."""
        sent = {field for field, _ in own}
        return [line for line in answer.lines if line[0] in sent or line[0] not in self.server_adds]


def answered(service: Service, name: str, case: Case, **added: str) -> Answer:
    """The answer to a case, from the wire."""
    return ask(service.port, case.method, f"{service.prefix}/{name}", [*case.headers, *added.items()])


@pytest.mark.parametrize("name", CASES)
def test_the_wire_is_that_of_asgi(service: Service, name: str) -> None:
    """Status, field lines in their order, and octets."""
    if name in service.uncarried:
        with silent():
            assert answered(service, name, CASES[name]).status == 500
        pytest.skip("the framework cannot send it")
    case = CASES[name]
    answer = answered(service, name, case)
    status, lines, body = expected(case)
    read = service.shown(service.read(answer, lines))
    assert (answer.status, read, answer.body) == (status, service.shown(lines), body)


@pytest.mark.parametrize("name", CASES)
def test_the_frameworks_client_reads_the_same(service: Service, name: str) -> None:
    """Its test client is how users see their responses."""
    if name in service.unread | service.uncarried:
        pytest.skip("the framework's own client cannot read it")
    case = CASES[name]
    answer = service.client(case.method, f"/{name}", dict(case.headers))
    status, lines, body = expected(case)
    sent = {field for field, _ in lines}
    read = [line for line in without_server(answer.lines) if line[0] in sent or line[0] not in service.client_adds]
    found = sorted(read, key=itemgetter(0))
    assert (answer.status, found, answer.body) == (status, sorted(without_server(lines), key=itemgetter(0)), body)


@pytest.mark.parametrize("name", ["created", "bodiless", "page", "stream", "file", "shared", "raised", "unchanged"])
def test_what_is_around_adds_lines(service: Service, name: str) -> None:
    """They are merged as docs/decisions/0093 says, and the next response is as it was."""
    if name == "raised" and not service.around_raised:
        pytest.skip("the framework calls no hook for what is raised")
    case = CASES[name]
    answer = answered(service, name, case, **{"X-Append": "yes"})
    _, own, body = expected(case)
    lines, conflicts = merged(own, APPENDED)
    assert not conflicts
    assert sorted(service.read(answer, lines)) == sorted(lines)
    assert answer.body == body
    assert service.shown(service.read(answered(service, name, case), own)) == service.shown(own)


@pytest.mark.parametrize("name", ["created", "page", "shared", "stream"])
def test_what_is_around_changes_a_line(service: Service, name: str) -> None:
    """It is sent once, with the value that was set."""
    case = CASES[name]
    answer = answered(service, name, case, **{"X-Change": "yes"})
    _, own, body = expected(case)
    changed = [*(line for line in own if line[0] != CHANGED[0]), CHANGED]
    assert sorted(service.read(answer, changed)) == sorted(changed)
    assert answer.body == body
    assert service.shown(service.read(answered(service, name, case), own)) == service.shown(own)


@pytest.mark.parametrize("name", ["work", "work-of-a-stream"])
def test_background_work_runs(service: Service, name: str) -> None:
    """When the response was sent."""
    Seen.worked.clear()
    answered(service, name, CASES[name])
    assert Seen.worked.wait(PATIENCE)


def test_an_error_before_the_first_piece_is_the_frameworks(service: Service) -> None:
    """It becomes a 500, for nothing was sent."""
    with silent():
        assert answered(service, "broken-at-once", BREAKING["broken-at-once"]).status == 500


def test_an_error_between_pieces_breaks_the_answer_off(service: Service) -> None:
    """Nobody takes the part for the whole."""
    if not service.frames:
        pytest.skip("the server speaks HTTP/1.0")
    with silent(), pytest.raises((h11.RemoteProtocolError, ConnectionError)):
        answered(service, "broken-later", BREAKING["broken-later"])


def test_a_client_that_leaves_ends_the_content(service: Service) -> None:
    """The iterator is closed."""
    if not service.left_closes:
        pytest.skip("the server does not notice")
    Seen.closed.clear()
    with silent():
        leave_early(service.port, f"{service.prefix}/endless")
        assert Seen.closed.wait(PATIENCE)


def test_the_page_of_frameworks_says_what_is_left_out(service: Service, request: pytest.FixtureRequest) -> None:
    """`docs/reference/frameworks.md` is made of the table, so the table is what the service does."""
    framework = request.module.__name__.rpartition("test_")[2]
    missing = MISSING.get(framework, {}).keys()
    assert service.uncarried == (frozenset(("octets-in-a-field",)) if "octets" in missing else frozenset())
    assert service.around_raised == ("around raised" not in missing)
    assert service.left_closes or "left" in missing
    assert not service.unread or framework in CLIENTS


@contextmanager
def silent() -> Generator[None]:
    """Errors that are meant are not in the log of the tests."""
    logging.disable(logging.CRITICAL)
    try:
        yield
    finally:
        logging.disable(logging.NOTSET)

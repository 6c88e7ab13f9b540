"""A statement, inlined in a loop: what is timed is the statement alone, without a call around it and without a loop.

The statement's body is lifted out of its function and compiled into

    async def batch(count, content, token, number, scope, receive, send):
        for _ in repeat(None, count):
            <body>
            <its locals> = None     # as they die when a handler returns: a megabyte kept alive costs page faults

so the parameters named here are the handler's locals; any other is a module global, bound per entry.
"""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Callable, Coroutine, Iterator
from itertools import repeat
from typing import Any

from contender import Entry, Message, Receive, Scope, Send
from workloads import NUMBER, TOKEN, WORKLOADS

#: Everything a statement may take, in this order.
LOCALS = ("content", "token", "number", "scope", "receive", "send")

SCOPE: Scope = {
    "type": "http",
    "asgi": {"version": "3.0", "spec_version": "2.4"},
    "http_version": "1.1",
    "method": "GET",
    "scheme": "https",
    "path": "/users/1",
    "raw_path": b"/users/1",
    "query_string": b"",
    "root_path": "",
    "headers": [(b"host", b"shop.example")],
    "client": ("127.0.0.1", 40000),
    "server": ("127.0.0.1", 8000),
    "state": {},
}

#: Runs the statement that many times; the statement must never wait.
Batch = Callable[[int], None]
_CONTENT = {workload.name: workload.content for workload in WORKLOADS}


def _lift(entry: Entry) -> Callable[..., Coroutine[Any, Any, None]]:
    """The entry's statement as a coroutine function that repeats it."""
    statement = entry.statement
    lines, first = inspect.getsourcelines(statement)
    tree = ast.parse(textwrap.dedent("".join(lines)))
    ast.increment_lineno(tree, first - 1)
    function = tree.body[0]
    assert isinstance(function, ast.AsyncFunctionDef), f"{statement} is not written as `async def`"
    assert not inspect.getclosurevars(statement).nonlocals, f"{statement} closes over variables"
    loop = ast.parse("async def batch(count, " + ", ".join(LOCALS) + "):\n  for _ in repeat(None, count): pass")
    batch = loop.body[0]
    assert isinstance(batch, ast.AsyncFunctionDef)
    repetition = batch.body[0]
    assert isinstance(repetition, ast.For)
    repetition.body = [*function.body, *_forget(function)]
    names: dict[str, Any] = {**inspect.unwrap(statement).__globals__, **entry.names, "repeat": repeat}
    exec(compile(loop, inspect.getfile(statement), "exec"), names)  # our own source, moved into a loop
    lifted: Callable[..., Coroutine[Any, Any, None]] = names["batch"]
    return lifted


def _forget(function: ast.AsyncFunctionDef) -> Iterator[ast.stmt]:
    stored = {node.id for node in ast.walk(function) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    for name in sorted(stored):
        yield from ast.parse(f"{name} = None").body


async def _receive() -> Message:
    return {"type": "http.request", "body": b"", "more_body": False}


async def _send(message: Message) -> None:
    """Takes the message and does nothing: a server's part is not measured."""


def _drive(coroutine: Coroutine[Any, Any, None]) -> None:
    """To the end without an event loop."""
    try:
        coroutine.send(None)
    except StopIteration:
        return
    coroutine.close()
    raise RuntimeError("the statement waited for something; only ready coroutines can be timed")


def batch_of(entry: Entry, send: Send = _send, receive: Receive = _receive) -> Batch:
    """The entry's statement, ready to be repeated."""
    lifted, content = _lift(entry), _CONTENT[entry.workload]

    def run(count: int) -> None:
        _drive(lifted(count, content, TOKEN, NUMBER, SCOPE, receive, send))

    return run


def messages_of(entry: Entry) -> list[Message]:
    """The messages that the entry sends for one response."""
    sent: list[Message] = []

    async def capture(message: Message) -> None:
        sent.append(message)

    batch_of(entry, capture)(1)
    return sent

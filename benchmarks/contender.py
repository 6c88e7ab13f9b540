"""A contender: one statement that answers one workload, written as in a handler."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine, Mapping, MutableMapping
from typing import Any, NamedTuple

Message = MutableMapping[str, Any]
Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
#: A coroutine function whose body is the timed code; see `batch.py` for what its parameters mean.
Statement = Callable[..., Coroutine[Any, Any, None]]


class Entry(NamedTuple):
    """One contender on one workload.

    `names` binds the statement's other parameters: what a service would hold in module globals. `differences`
    are the ways in which the answer is known to differ from the floor's, each in the words of `equivalence.py`.
    """

    contender: str
    workload: str
    statement: Statement
    names: Mapping[str, object] = {}
    differences: frozenset[str] = frozenset()

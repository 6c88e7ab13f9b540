# Written by `nox -s generate` from src; do not edit.
"""Assert that a response is the declared one, and get back what it says, with its types."""

import dataclasses
from collections.abc import Callable, Mapping
from typing import Any, Generic, TypeVar, overload

from antiphon.reply.declare import ReplyRoot
from antiphon.responses import Response

R = TypeVar("R", bound=ReplyRoot)
S_co = TypeVar("S_co", bound=int, covariant=True)
C_co = TypeVar("C_co", covariant=True)
S = TypeVar("S", bound=int)
C = TypeVar("C")

@dataclasses.dataclass(frozen=True, slots=True)
class Sent(Generic[S_co, C_co]):
    """The response that a compiled one has sent: its status, its content as the declared type, and its params by name.

    A param that was left out is None. One whose value its own function wrote has no entry.
    """

    status_code: S_co
    content: C_co
    params: Mapping[str, Any]

@overload
def assert_sends(declared: type[R], response: object) -> R:  # type: ignore[overload-overlap]  # a class is asked first
    ...
@overload
def assert_sends(declared: Callable[..., Response[S, C]], response: object) -> Sent[S, C]: ...

"""An operation of an application as it is known before its first request, for `antiphon check`."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any


@dataclasses.dataclass(frozen=True)
class Operation:
    """A handler, what is called for it, and what it declares."""

    handler: Callable[..., Any]
    dependencies: tuple[Callable[..., Any], ...]
    """The functions whose raised replies end the operation, and whose values it is given."""
    declares: Callable[[Any], bool]
    """Whether a class of replies, or a compiled response, is among what is declared, also around the operation."""
    declared: Callable[[], str]
    """The names of what is declared, for messages."""
    returns: bool = True
    """Whether it is declared what the handler returns; otherwise that is the framework's own business."""
    statuses: frozenset[int] = frozenset()
    """The statuses of what the handler returns, where it returns declared replies alone."""
    injected: tuple[tuple[Callable[..., Any], str], ...] = ()
    """The functions that are given a response to set lines on, each with the name of its parameter."""

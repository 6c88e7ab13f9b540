"""Problem details (RFC 9457) that vary with each response."""

from __future__ import annotations

import msgspec


class Problem(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What went wrong, in the members of RFC 9457 section 3.1. Members that are None are left out.

    Declared as `.json(Problem, media_type="application/problem+json")`; subclass it to add members of your own.
    """

    type: str | None = None
    """A URI reference that identifies the kind of problem; None means `about:blank`."""
    title: str | None = None
    """A short summary of the kind of problem."""
    status: int | None = None
    """The status code, if it is repeated here; it must be the response's own."""
    detail: str | None = None
    """An explanation of this occurrence."""
    instance: str | None = None
    """A URI reference that identifies this occurrence."""


def _signature(
    self: Problem,
    *,
    type: str | None = None,
    title: str | None = None,
    status: int | None = None,
    detail: str | None = None,
    instance: str | None = None,
) -> None:
    """What help() and stubtest find where `object.__init__` would stand. msgspec makes the value and never calls it."""


Problem.__init__ = _signature  # type: ignore[method-assign]  # a Struct cannot define it in its body

"""Problem details (RFC 9457) that vary with each response."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, dataclass_transform

import msgspec

if TYPE_CHECKING:

    @dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(msgspec.field,))
    class ProblemRoot(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
        """Makes the members of every subclass keywords, and its values frozen."""
else:

    class _KeywordMembers(msgspec.StructMeta):
        """Passes `kw_only` to subclasses: msgspec does not inherit it."""

        def __new__(mcls, *statement: Any, **keywords: Any) -> Any:
            return super().__new__(mcls, *statement, **{"kw_only": True, **keywords})

    class ProblemRoot(msgspec.Struct, metaclass=_KeywordMembers, frozen=True, omit_defaults=True):
        """Makes the members of every subclass keywords, and its values frozen."""


class Problem(ProblemRoot, frozen=True, kw_only=True, omit_defaults=True):
    """A problem detail, with the members of RFC 9457 section 3.1. Members that are None are left out.

    `.json(Problem)` and `Reply[Problem]` send `application/problem+json`, with the status of the response where the
    value has none. Subclass it to add members: `class Invalid(Problem): errors: list[str] = []`.
    """

    type: str | None = None
    """A URI reference that identifies the kind of problem; None means `about:blank`."""
    title: str | None = None
    """A short summary of the kind of problem."""
    status: int | None = None
    """The status code of the response, which is filled in; another one is refused."""
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
    """The signature that help() and stubtest read instead of `object.__init__`. msgspec never calls it."""


Problem.__init__ = _signature  # type: ignore[method-assign]  # a Struct cannot define it in its body

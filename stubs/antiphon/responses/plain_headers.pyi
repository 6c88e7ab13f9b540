# Written by `nox -s generate` from src; do not edit.
"""A view of raw header lines with the interface of Starlette's `MutableHeaders`, for where that is not installed."""

from collections.abc import Iterator, Mapping
from typing import Self

from antiphon.runtime.plan import RawHeader

class MutableHeaders(Mapping[str, str]):
    """A multidict over a list of raw lines, which it shares. Names are compared without regard to case."""

    def __init__(self, headers: Mapping[str, str] | None = None, raw: list[RawHeader] | None = None) -> None: ...
    @property
    def raw(self) -> list[RawHeader]:
        """The lines themselves, not a copy."""

    def keys(self) -> list[str]:  # type: ignore[override]  # pyright: ignore[reportIncompatibleMethodOverride]
        ...
    def values(self) -> list[str]:  # type: ignore[override]  # pyright: ignore[reportIncompatibleMethodOverride]
        ...
    def items(self) -> list[tuple[str, str]]:  # type: ignore[override]  # pyright: ignore[reportIncompatibleMethodOverride]
        ...
    def getlist(self, key: str) -> list[str]:
        """Every value of a field, in order."""

    def mutablecopy(self) -> MutableHeaders:
        """The same lines in a list of its own."""

    def __getitem__(self, key: str) -> str: ...
    def __contains__(self, key: object) -> bool: ...
    def __iter__(self) -> Iterator[str]: ...
    def __len__(self) -> int: ...
    def __eq__(self, other: object) -> bool: ...
    def __repr__(self) -> str: ...
    def __setitem__(self, key: str, value: str) -> None:
        """The first line of that name gets the value, the others go; without one, a line is added."""

    def __delitem__(self, key: str) -> None: ...
    def __ior__(self, other: Mapping[str, str]) -> Self: ...
    def __or__(self, other: Mapping[str, str]) -> MutableHeaders: ...
    def setdefault(self, key: str, value: str) -> str:
        """The field's value; the given one is added where there is none."""

    def update(self, other: Mapping[str, str]) -> None:
        """Set each field of a mapping."""

    def append(self, key: str, value: str) -> None:
        """Add a line, whatever is there already."""

    def add_vary_header(self, vary: str) -> None:
        """Add a member to Vary."""

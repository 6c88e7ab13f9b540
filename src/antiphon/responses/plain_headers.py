"""A view of raw header lines with the interface of Starlette's `MutableHeaders`, for where that is not installed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Self

from antiphon.http.secrets import covered_lines
from antiphon.runtime.plan import RawHeader


def _name(key: str) -> bytes:
    return key.lower().encode("latin-1")


class MutableHeaders(Mapping[str, str]):
    """A multidict over a list of raw lines, which it shares. Names are compared without regard to case."""

    def __init__(self, headers: Mapping[str, str] | None = None, raw: list[RawHeader] | None = None) -> None:
        self._list: list[RawHeader] = [] if raw is None else raw
        if headers is not None:
            self._list = [(_name(key), value.encode("latin-1")) for key, value in headers.items()]

    @property
    def raw(self) -> list[RawHeader]:
        """The lines themselves, not a copy."""
        return self._list

    # Lists with repetitions, as in Starlette.
    def keys(self) -> list[str]:  # type: ignore[override]  # pyright: ignore[reportIncompatibleMethodOverride]
        return [name.decode("latin-1") for name, _ in self._list]

    def values(self) -> list[str]:  # type: ignore[override]  # pyright: ignore[reportIncompatibleMethodOverride]
        return [value.decode("latin-1") for _, value in self._list]

    def items(self) -> list[tuple[str, str]]:  # type: ignore[override]  # pyright: ignore[reportIncompatibleMethodOverride]
        return [(name.decode("latin-1"), value.decode("latin-1")) for name, value in self._list]

    def getlist(self, key: str) -> list[str]:
        """Every value of a field, in order."""
        wanted = _name(key)
        return [value.decode("latin-1") for name, value in self._list if name == wanted]

    def mutablecopy(self) -> MutableHeaders:
        """The same lines in a list of its own."""
        return type(self)(raw=self._list[:])

    def __getitem__(self, key: str) -> str:
        values = self.getlist(key)
        if not values:
            raise KeyError(key)
        return values[0]

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and bool(self.getlist(key))

    def __iter__(self) -> Iterator[str]:
        return iter(self.keys())

    def __len__(self) -> int:
        return len(self._list)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, MutableHeaders) and sorted(self._list) == sorted(other._list)

    __hash__ = None  # type: ignore[assignment]  # mutable  # pyright: ignore[reportAssignmentType]

    def __repr__(self) -> str:
        return f"{type(self).__name__}({covered_lines(self._list)!r})"

    def __setitem__(self, key: str, value: str) -> None:
        """The first line of that name gets the value, the others go; without one, a line is added."""
        name = _name(key)
        line = (name, value.encode("latin-1"))
        places = [i for i, (other, _) in enumerate(self._list) if other == name]
        for i in reversed(places[1:]):
            del self._list[i]
        if places:
            self._list[places[0]] = line
        else:
            self._list.append(line)

    def __delitem__(self, key: str) -> None:
        wanted = _name(key)
        self._list[:] = [line for line in self._list if line[0] != wanted]

    def __ior__(self, other: Mapping[str, str]) -> Self:
        self.update(_mapping(other))
        return self

    def __or__(self, other: Mapping[str, str]) -> MutableHeaders:
        joined = self.mutablecopy()
        joined.update(_mapping(other))
        return joined

    def setdefault(self, key: str, value: str) -> str:
        """The field's value; the given one is added where there is none."""
        if key not in self:
            self.append(key, value)
        return self[key]

    def update(self, other: Mapping[str, str]) -> None:
        """Set each field of a mapping."""
        for key, value in other.items():
            self[key] = value

    def append(self, key: str, value: str) -> None:
        """Add a line, whatever is there already."""
        self._list.append((_name(key), value.encode("latin-1")))

    def add_vary_header(self, vary: str) -> None:
        """Add a member to Vary."""
        self["vary"] = ", ".join([*self.getlist("vary"), vary])


def _mapping(other: Any) -> Mapping[str, str]:
    if isinstance(other, Mapping):
        return other
    raise TypeError(f"Expected a mapping but got {type(other).__name__}")

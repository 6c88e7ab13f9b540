"""The kinds of arguments that frameworks fail with, or make something else of: the rows of their tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from antiphon.diagnostics.refusal import Refusal
from antiphon.diagnostics.source_faults import JSON_TWICE, LETTERS, WRONG_ARGUMENT
from antiphon.sources import kinds


class Wrong(NamedTuple):
    """The fault of an argument, and what becomes of it. `unless` is a keyword with which it is right."""

    fault: Refusal
    says: str
    unless: str = ""


#: By the name of a parameter, the kinds of values that are wrong there.
WrongKinds = Mapping[str, Mapping[str, Wrong]]

#: Kinds that the `json` module of the standard library has no form for.
NOT_IN_JSON: Final = frozenset({
    kinds.SET, kinds.OCTETS, kinds.MOMENT, kinds.NAIVE, kinds.DECIMAL, kinds.UUID, kinds.OBJECT,
})  # fmt: skip
#: Those that the encoders of Django, Flask and orjson have none for either.
NOT_IN_ANY_JSON: Final = frozenset({kinds.OBJECT})
#: Those of Django's own encoder and Flask's, which know dates, Decimals and UUIDs.
NOT_IN_LENIENT_JSON: Final = frozenset({kinds.SET, kinds.OCTETS, kinds.OBJECT})

_FAILS: Final = Wrong(WRONG_ARGUMENT, "the request fails")
TWICE: Final[Mapping[str, Wrong]] = {
    kinds.JSON: Wrong(JSON_TWICE, "a JSON string that holds JSON is sent"),
}
_LETTERS: Final = Wrong(LETTERS, "each character is sent as a piece of its own")
PIECES: Final[Mapping[str, Wrong]] = {kinds.TEXT: _LETTERS, kinds.JSON: _LETTERS}


def fails(*found: str) -> dict[str, Wrong]:
    """Kinds with which the request fails."""
    return dict.fromkeys(found, _FAILS)


def sent(says: str, found: Iterable[str]) -> dict[str, Wrong]:
    """Kinds of which something else is sent than what was meant."""
    return dict.fromkeys(found, Wrong(WRONG_ARGUMENT, says))

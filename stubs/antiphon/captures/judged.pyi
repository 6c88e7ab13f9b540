# Written by `nox -s generate` from src; do not edit.
"""The rules over a response that was seen, with paths and places that name its lines."""

from collections.abc import Iterator

from antiphon.captures.exchange import Exchange
from antiphon.diagnostics.diagnostic import Diagnostic
from antiphon.rules.profile import Profile

def judge(exchange: Exchange, *, profile: Profile = "default") -> tuple[Diagnostic, ...]:
    """What is wrong with a response that was seen, in code order. Raises WireError for what cannot have been one.

    A path names a field line as it was written: `Set-Cookie[1].Max-Age` is the attribute of the second Set-Cookie
    line; a field that occurs once has no number.
    """

def without_values(exchange: Exchange) -> Iterator[tuple[int, str]]:
    """Each line of the input that holds a cookie, as it may be shown, with its number."""

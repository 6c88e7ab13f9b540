# Written by `nox -s generate` from src; do not edit.
"""Every error that one cookie can have by itself, and what each door that refuses it says."""

from collections.abc import Callable
from typing import NamedTuple

from antiphon.http.set_cookie import Cookie

class Reason(NamedTuple):
    """Why a cookie is refused: the rule's code, the part at fault, and a sentence without the cookie's value."""

    code: str
    part: str
    message: str

class CookieCheck(NamedTuple):
    """One error that a cookie can have by itself: the part at fault, the check, what to write instead, who says so.

    `fault` gives a sentence without the cookie's value, or None.
    """

    part: str
    fault: Callable[[Cookie], str | None]
    help: str
    citation: str

CHECKS: dict[str, CookieCheck]

def reasons(cookie: Cookie) -> tuple[Reason, ...]:
    """Why a cookie must not be sent, in the order of the codes; empty where it may."""

# Written by `nox -s generate` from src; do not edit.
"""HD013."""

REQUEST_ONLY: frozenset[str]
from antiphon.rules.rule import Rule

misplaced_field: Rule
"""A request's field does not stand in a response, and what must be known early is not left to a trailer.

Browsers ignore a Cookie, Authorization or Host in a response, so what it was meant to do does not happen. A
framing, routing, caching or authentication field in a trailer is dropped, or lets an attacker change a response
after a proxy has looked at it."""

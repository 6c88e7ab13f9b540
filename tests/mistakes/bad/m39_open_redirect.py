from __future__ import annotations

from antiphon import Location, Params, respond


class BackParams(Params):
    location: Location


back = respond(303).params(BackParams).compile()


def endpoint(target: str = "//evil.example/") -> object:
    return back(location=target)  # E: a user's text leads anywhere

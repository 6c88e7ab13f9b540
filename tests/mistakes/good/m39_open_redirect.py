from __future__ import annotations

from antiphon import Location, Params, respond


class BackParams(Params):
    location: Location


back = respond(303).params(BackParams).compile()


def endpoint(target: str = "/orders") -> object:
    return back(location=Location(target))

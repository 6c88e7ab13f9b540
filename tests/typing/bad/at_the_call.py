"""Values that only a call knows: each line with an E mark must be an error in every checker, and no other line may be."""

from __future__ import annotations

from antiphon import Bodiless, CookieValue, Params, host_cookie, respond


class SignedIn(Bodiless):
    session: CookieValue[str] = host_cookie()


class Kept(Params):
    session: CookieValue[str] = host_cookie(max_age=3600)


kept = respond(204).params(Kept).compile()

# cookies
SignedIn(session="token")  # E: a CookieValue is declared
SignedIn(session=CookieValue(7))  # E: of text
SignedIn(session=CookieValue("token", max_age="60"))  # E: seconds
SignedIn(session=CookieValue("token", max_age=1.5))  # E: whole seconds
SignedIn(session=CookieValue("token", secure="yes"))  # E: a bool
SignedIn(session=CookieValue("token", maxage=60))  # E: misspelt
SignedIn(session=CookieValue("token", 60))  # E: attributes are keywords
kept(session="token")  # E: a CookieValue is declared
kept(CookieValue("token"))  # E: params are keywords

"""Values that only a call knows, which type checkers must accept, and the types that they must infer."""

from __future__ import annotations

from datetime import timedelta
from typing import assert_type

from antiphon import Bodiless, CookieValue, Params, cookie, host_cookie, insecure_cookie, respond


class SignedIn(Bodiless):
    session: CookieValue[str] = host_cookie()
    theme: CookieValue[int] | None = insecure_cookie(default=None)
    lang: str | CookieValue[str] = cookie(default="en", max_age=60)


class Kept(Params):
    session: CookieValue[str] = host_cookie(max_age=3600)


kept = respond(204).params(Kept).compile()

SignedIn(session=CookieValue("token"))
SignedIn(session=CookieValue("token", max_age=timedelta(days=30)), theme=CookieValue(7, secure=True), lang="de")
SignedIn(session=CookieValue("token", max_age=0), lang=CookieValue("fi", max_age=1))
assert_type(SignedIn(session=CookieValue("token")).session, CookieValue[str])
assert_type(CookieValue(7, max_age=60).value, int)
kept(session=CookieValue("token", max_age=60))

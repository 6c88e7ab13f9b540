"""Cookies of any value that type checkers must accept, and the types that they must infer."""

from __future__ import annotations

import dataclasses
from datetime import timedelta
from typing import assert_type

from antiphon import (
    Bodiless,
    CookieCodec,
    JSONCookie,
    Params,
    SignedCookie,
    base64url,
    cookie,
    host_cookie,
    insecure_cookie,
    percent,
    respond,
)


@dataclasses.dataclass
class Prefs:
    theme: str


prefs = JSONCookie(Prefs)
session = SignedCookie(Prefs, key="k" * 32, purpose="session", max_age=timedelta(days=14), old_keys=["o" * 32])
counts = JSONCookie(dict[str, int], encode="percent")


class Kept(Bodiless):
    name: str = cookie(encode="percent")
    note: str = insecure_cookie(encode="base64url", default="")
    title: str = cookie("t", encode=percent)
    prefs: Prefs = cookie(encode=prefs, max_age=60)
    session: Prefs | None = host_cookie(encode=session, default=None)
    counts: dict[str, int] = cookie(encode=counts)


class KeptParams(Params):
    name: str = cookie(encode="base64url")
    prefs: Prefs = host_cookie(encode=prefs)


Kept(name="é", note="\n", title=";", prefs=Prefs("dark"), counts={"a": 1})
respond(204).params(KeptParams).compile()(name="é", prefs=Prefs("dark"))
respond(204).cookie_param("name", encode="percent").cookie_param("prefs", Prefs, encode=prefs).compile()

cookies: dict[str, str] = {}
assert_type(percent.read(cookies, "name"), str | None)
assert_type(base64url.read(cookies, "note"), str | None)
assert_type(prefs.read(cookies, "prefs"), Prefs | None)
assert_type(session.read(cookies, "__Host-session"), Prefs | None)
assert_type(session.decode(""), Prefs)
assert_type(counts.read(cookies, "counts"), dict[str, int] | None)
assert_type(percent("any text"), str)
codec: CookieCodec[str] = percent

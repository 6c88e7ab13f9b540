"""Cookies of any value: each line with an E mark must be an error in every checker, and no other line may be."""

from __future__ import annotations

import dataclasses

from antiphon import Bodiless, JSONCookie, SignedCookie, cookie, header, host_cookie, percent, respond


@dataclasses.dataclass
class Prefs:
    theme: str


@dataclasses.dataclass
class Session:
    user: int


prefs = JSONCookie(Prefs)
session = SignedCookie(Session, key="k" * 32, purpose="session", max_age=60)

SignedCookie(Session, key="k" * 32, purpose="session")  # E: a signature without an end
SignedCookie(Session, purpose="session", max_age=60)  # E: no key
SignedCookie(Session, key=1, purpose="session", max_age=60)  # E: a key is text or octets
JSONCookie(Prefs, encode="base64")  # E: no such encoding


class Kept(Bodiless):
    a: str = cookie(encode="base64")  # E: no such encoding
    b: str = header(encode="percent")  # E: a field is no cookie
    prefs: Prefs = cookie(encode=prefs)
    session: Session = host_cookie(encode=session)


Kept(a="", b="", prefs=Session(1), session=Session(1))  # E: a value of another type
Kept(a="", b="", prefs=Prefs(""), session="token")  # E: text where a value is signed
prefs(Session(1))  # E: a value of another type
percent(1)  # E: a number is no text
number: int | None = percent.read({}, "name")  # E: it reads text
user: int = session.read({}, "__Host-session").user  # E: there may be none
theme: Prefs | None = session.read({}, "__Host-session")  # E: of another type
session.read("__Host-session")  # E: of which request?
respond(204).cookie_param("name", encode="percents")  # E: no such encoding

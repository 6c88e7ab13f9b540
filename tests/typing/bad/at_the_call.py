"""Values that only a call knows: each line with an E mark must be an error in every checker, and no other line may be."""

from __future__ import annotations

from antiphon import Bodiless, BytesReply, ContentType, CookieValue, JSONCookie, Params, ProxiedResponse, SiteSpec, host_cookie, respond


class SignedIn(Bodiless):
    session: CookieValue[str] = host_cookie()


class Kept(Params):
    session: CookieValue[str] = host_cookie(max_age=3600)


numbers = JSONCookie(list[int])


class Remembered(Bodiless):
    numbers: CookieValue[list[int]] = host_cookie(encode=CookieValue.by(numbers))
    text: CookieValue[str] = host_cookie(encode=CookieValue.by(numbers))  # E: the codec writes numbers


class Blob(BytesReply):
    content_type: ContentType


class Chosen(Params):
    content_type: ContentType


SHOP = SiteSpec(scheme="https", host="shop.example")
blob = respond(200).bytes(None).params(Chosen).compile()
kept = respond(204).params(Kept).compile()

# cookies
SignedIn(session="token")  # E: a CookieValue is declared
SignedIn(session=CookieValue(7))  # E: of text
SignedIn(session=CookieValue("token", max_age="60"))  # E: seconds
SignedIn(session=CookieValue("token", max_age=1.5))  # E: whole seconds
SignedIn(session=CookieValue("token", secure="yes"))  # E: a bool
SignedIn(session=CookieValue("token", maxage=60))  # E: misspelt
SignedIn(session=CookieValue("token", 60))  # E: attributes are keywords
Remembered(numbers=CookieValue(["a"]), text=CookieValue("a"))  # E: numbers
kept(session=CookieValue("token", expires=1893456000))  # E: a moment
kept(session="token")  # E: a CookieValue is declared
kept(CookieValue("token"))  # E: params are keywords

# media types
Blob(b"a")  # E: each call says the media type
Blob(b"a", content_type="image/png")  # E: a ContentType is declared
Blob("a", content_type=ContentType("image/png"))  # E: octets are bytes
ContentType(None)  # E: text
blob(b"a", content_type="image/png")  # E: a ContentType is declared
blob(b"a")  # E: each call says the media type
respond(200).bytes()  # E: None says that each call gives it

# locations
SHOP.location(3)  # E: text
SHOP.location()  # E: of what

# forwarded
ProxiedResponse("text", 200)  # E: octets are bytes
ProxiedResponse(b"", "200")  # E: a status is a number
ProxiedResponse(b"", 200, {"X-A": 1})  # E: values are text
ProxiedResponse(b"", 200, decoded="gzip")  # E: whether, not what
ProxiedResponse(b"", 200, {}, "GET")  # E: the method is a keyword

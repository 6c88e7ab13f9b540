"""The mistakes with cookies, as django-modern-rest spells them: an endpoint each."""

from __future__ import annotations

from typing import Final

from tools.peers.on_django.mistake import Mistake
from tools.peers.on_django.modern_endpoint import endpoint, modified

_JSON: Final = "import json\n"
_SIGNING: Final = "from django.core import signing\n"


def _new(bad: str, good: str, name: str = "sid", above: str = "") -> Mistake:
    """The arguments of a cookie that the framework makes and declares by itself."""
    wrong, right = (modified(f'cookies={{"{name}": NewCookie({arguments})}}') for arguments in (bad, good))
    return Mistake(wrong, right, above=above)


def _declared(bad: str, good: str, spec: str, name: str = "session") -> Mistake:
    """The cookies of a call, under an endpoint that says which cookie is meant."""
    wrong, right = (
        endpoint(f"User(id=1), cookies={cookies}", spec=f'cookies={{"{name}": CookieSpec({spec})}}')
        for cookies in (bad, good)
    )
    return Mistake(wrong, right)


MISTAKES: Final = {
    "01": _new('value="x", samesite="none"', 'value="x", samesite="none", secure=True'),
    "09": _new('value="x", http_only=True', 'value="x", httponly=True'),
    "10": _new('value="x", max_age="1h"', 'value="x", max_age=3600'),
    "13": _new('value="c1", secure=True, path="/app"', 'value="c1", secure=True', "__Host-cart"),
    "14": _new('value="c1", secure=True, domain="shop.example"', 'value="c1", secure=True', "__Host-cart"),
    "16": _declared(
        '{"session": NewCookie(value="s1", secure=False)}',
        '{"session": NewCookie(value="s1", secure=True)}',
        "secure=True",
    ),
    "17": _declared(
        '{"session": NewCookie(value="", max_age=0)}',
        '{"session": NewCookie(value="", max_age=0, path="/app")}',
        'path="/app", max_age=0',
    ),
    "18": _new('value="c1", expires="tomorrow"', 'value="c1", max_age=86400'),
    "19": _new('value="c1", samesite="laxx"', 'value="c1", samesite="lax"'),
    "20": _new("value=7", 'value="7"'),
    "38": _declared(
        '{"sesion": NewCookie(value="s1", secure=True)}',
        '{"session": NewCookie(value="s1", secure=True)}',
        "secure=True",
    ),
    "49": _new('value="c1", secure=False', 'value="c1", secure=True', "__Secure-cart"),
    "50": _new('value=json.dumps({"items": 1})', 'value="1.2"', "cart", _JSON),
    "92": _new('value=signing.dumps("7")', "value=signing.dumps(7)", "session", _SIGNING),
}

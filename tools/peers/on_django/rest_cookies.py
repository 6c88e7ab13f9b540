"""The mistakes with cookies, as Django REST framework spells them: the lines of `get`."""

from __future__ import annotations

from typing import Final

from tools.peers.on_django.mistake import Mistake
from tools.peers.on_django.rest_fields import fields

_MADE: Final = 'response = Response({"id": 1})'
_JSON: Final = "import json\n"
_SIGNING: Final = "from django.core import signing\n"


def _cookie(bad: str, good: str, *, above: str = "", method: str = "set_cookie") -> Mistake:
    """The arguments of one call."""
    wrong, right = (f"{_MADE}\nresponse.{method}({arguments})\nreturn response" for arguments in (bad, good))
    return Mistake(wrong, right, above=above)


MISTAKES: Final = {
    "01": _cookie('"sid", "x", samesite="None"', '"sid", "x", samesite="None", secure=True'),
    "09": _cookie('"sid", "x", http_only=True', '"sid", "x", httponly=True'),
    "10": _cookie('"sid", "x", max_age="1h"', '"sid", "x", max_age=3600'),
    "13": _cookie('"__Host-cart", "c1", secure=True, path="/app"', '"__Host-cart", "c1", secure=True'),
    "14": _cookie('"__Host-cart", "c1", secure=True, domain="shop.example"', '"__Host-cart", "c1", secure=True'),
    # Django's set_cookie knows no Partitioned: it is written by hand.
    "15": fields("Set-Cookie", "sid=x; Partitioned", "sid=x; Partitioned; Secure; SameSite=None"),
    "16": _cookie('"session", "s1", secure=False', '"session", "s1", secure=True'),
    "17": _cookie('"session"', '"session", path="/app"', method="delete_cookie"),
    "18": _cookie('"cart", "c1", expires="tomorrow"', '"cart", "c1", max_age=86400'),
    "19": _cookie('"cart", "c1", samesite="laxx"', '"cart", "c1", samesite="lax"'),
    "20": _cookie('"cart", 7', '"cart", "7"'),
    "38": _cookie('"sesion", "s1", secure=True', '"session", "s1", secure=True'),
    "48": fields("Set-Cookie", "sid=x; SameSite=None", "sid=x; SameSite=None; Secure"),
    "49": _cookie('"__Secure-cart", "c1", secure=False', '"__Secure-cart", "c1", secure=True'),
    "50": _cookie('"cart", json.dumps({"items": 1})', '"cart", "1.2"', above=_JSON),
    "51": Mistake(
        f'{_MADE}\nresponse.set_cookie("cart", "c1")\nresponse.set_cookie("cart", "c2")\nreturn response',
        f'{_MADE}\nresponse.set_cookie("cart", "c1")\nresponse.set_cookie("theme", "c2")\nreturn response',
    ),
    "92": Mistake(
        f'{_MADE}\nresponse.set_cookie("session", signing.dumps("7"))\nreturn response',
        f'{_MADE}\nresponse.set_cookie("session", signing.dumps(7))\nreturn response',
        above=_SIGNING,
    ),
}

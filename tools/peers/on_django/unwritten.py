"""The mistakes of FastAPI's table that cannot be written on Django, each with the reason."""

from __future__ import annotations

from typing import Final

_NO_BACKGROUND: Final = "responses have no background work"
_NO_DATE: Final = "Django takes a naive datetime as UTC, and says so"
_TWELVE: Final = "nothing but the document declares a status, which is mistake 12"
_NO_TEXT: Final = "an endpoint sends what its renderer writes, JSON"
_INT: Final = "Django writes a number as text"

#: By framework and number.
UNWRITTEN: Final = {
    "rest": {
        "21": "the framework writes Allow into every response",
        "25": "Django makes a number of it",
        "40": _INT,
        "52": _NO_DATE,
        "78": "nothing declares the events of a stream",
        "79": "nothing declares the events of a stream",
        "94": _TWELVE,
        "99": _NO_BACKGROUND,
    },
    "modern": {
        "15": "NewCookie knows no Partitioned, and a Set-Cookie by hand is refused at import",
        "35": _NO_TEXT,
        "40": _INT,
        "48": "a Set-Cookie by hand is refused at import",
        "51": "the cookies are a mapping by name",
        "52": _NO_DATE,
        "72": _NO_TEXT,
        "73": _NO_TEXT,
        "74": _NO_TEXT,
        "75": "a stream is what an endpoint returns, and its annotation says of what",
        "80": _NO_TEXT,
        "94": _TWELVE,
        "96": "a declared status is a member of HTTPStatus",
        "99": _NO_BACKGROUND,
    },
}

"""What is left to do for each response: the parts of a compiled description that requests touch.

HOT. Knows no pydantic and no spec.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

#: One field line as it is sent: name in lower case and value, in octets.
RawHeader = tuple[bytes, bytes]

#: Prebuilt Content-Length lines; a look-up costs a fifth of formatting one.
CONTENT_LENGTHS: list[RawHeader] = [(b"content-length", b"%d" % n) for n in range(4096)]


class Content(NamedTuple):
    """How the content argument of a response becomes octets.

    Content whose type is `exact` needs no further look. Any other goes through `accept`, which gives what is to be
    encoded or raises ParamError. An `encode` of None says that accepted content is bytes already.
    """

    annotation: Any
    exact: type | None
    accept: Callable[[Any], Any]
    encode: Callable[[Any], bytes] | None


class BodyPlan(NamedTuple):
    """A body kind, worked out for one status: its Content-Type, and either fixed octets or varying content.

    `response` names the concrete class in `antiphon.responses`.
    """

    content_type: str | None
    octets: bytes | None
    content: Content | None
    response: str

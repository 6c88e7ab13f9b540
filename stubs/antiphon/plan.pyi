# Written by `nox -s generate` from src; do not edit.
"""What is left to do for each response: the parts of a compiled description that requests touch.

HOT. Knows no pydantic and no spec.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

RawHeader = tuple[bytes, bytes]
CONTENT_LENGTHS: list[RawHeader]

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

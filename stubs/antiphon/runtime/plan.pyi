# Written by `nox -s generate` from src; do not edit.
"""The parts of a compiled description that are used for each response.

HOT. Imports neither pydantic nor the spec.
"""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Literal, NamedTuple

RawHeader = tuple[bytes, bytes]
CONTENT_LENGTHS: list[RawHeader]
NOT_TEXT: tuple[type[Exception], ...]

class Content(NamedTuple):
    """How the content argument of a response becomes octets.

    Content whose type is `exact` needs no further check; with `items`, a list whose items all are of that type. Any
    other goes through `accept`, which gives what is to be encoded or raises ParamError. An `encode` of None says that
    accepted content is bytes already; `keywords` go to it with each call.

    With `transmit`, of the type `antiphon.runtime.transmit.asgi.Transmit`, the response carries accepted content as it
    is, and that function sends it piece by piece.

    With `judges`, `encode` itself gives all content that is not exact to `accept`.

    `floats` are the attributes that may hold NaN, each with whether it may be None: where one does, `check_nan` raises
    ParamError. `check_nan` is also called where the octets hold one of `nan_signs`, the text that NaN becomes. Without
    `check_nan` the encoder itself checks for NaN.

    `untyped` says that there are places without a type, where a pydantic dataclass may be: see `own_forms`.

    `annotation` is the type of the argument. `carried` is the type of the content that the response says it carries,
    where the argument may be of others besides.
    """

    annotation: Any
    exact: type | None
    accept: Callable[[Any], Any]
    encode: Callable[..., bytes] | None
    items: bool = False
    judges: bool = False
    keywords: str = ""
    floats: tuple[tuple[str, bool], ...] = ()
    check_nan: Callable[[Any], None] | None = None
    nan_signs: tuple[bytes, ...] = ()
    untyped: bool = False
    carried: Any = None
    transmit: Callable[..., Awaitable[None]] | None = None

    @property
    def exactness(self) -> Literal["", "type", "items", "none"]:
        """How exact content is told from any other: see `Shape.exact`."""

class Recipe(NamedTuple):
    """Where a module that is written ahead of time finds the same content: `module` and `name` in the run-time part.

    With `arguments` it is a function, called with these keywords.
    """

    module: str
    name: str
    arguments: Mapping[str, Any] | None = None

class BodyPlan(NamedTuple):
    """A body kind, worked out for one status: its Content-Type, and either fixed octets or varying content.

    `length` is that of carried content in octets, where it is known. `response` names the concrete class in
    `antiphon.responses`. `recipe` makes the content again in another process. `statuses` are those with which the
    response may be sent, where a request decides between several. `fields` are names and values of lines that are sent
    where the response declares none of that name.
    """

    content_type: str | None
    octets: bytes | None
    content: Content | None
    response: str
    recipe: Recipe | None = None
    length: int | None = None
    statuses: tuple[int, ...] = ()
    fields: tuple[tuple[str, str], ...] = ()

    @property
    def is_carried(self) -> bool:
        """Whether a response carries its content and sends it piece by piece."""

    @property
    def is_empty(self) -> bool:
        """Whether a response never has content."""

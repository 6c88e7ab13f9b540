# Written by `nox -s generate` from src; do not edit.
"""Runtime support for the modules that `antiphon build` writes.

Part of the run time: pydantic is imported only where the `.spec` of a response is read.
"""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any, ParamSpec, Protocol, TypeAlias, TypeVar

from antiphon.http.uri_template import Where
from antiphon.runtime.param_checks import Encode
from antiphon.runtime.transmit.asgi import Receive, Scope, Send
from antiphon.spec import ResponseSpec

P = ParamSpec("P")
R_co = TypeVar("R_co", covariant=True)
Check: TypeAlias = Callable[[Any], bytes]
ABI_VERSION: int

class Built(Protocol[P, R_co]):
    """A response that was compiled ahead of time. At run time it is a plain function with these attributes.

    Raises ParamError for content that is not of the declared type, or a param that its field or cookie cannot carry.
    """

    @property
    def spec(self) -> ResponseSpec:
        """The description that this was compiled from. It is parsed, and pydantic imported, at the first access."""

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R_co:
        """A fresh response object; nothing is shared between two of them but immutable octets."""

    async def send(
        self, send: Callable[[MutableMapping[str, Any]], Awaitable[None]], /, *args: P.args, **kwargs: P.kwargs
    ) -> None:
        """Send the response in place, without an object: the quickest way through ASGI's `send`. HTTP scopes only."""

class BuiltCarrier(Protocol[P, R_co]):
    """The same for content that is sent piece by piece: `send` takes the whole exchange."""

    @property
    def spec(self) -> ResponseSpec:
        """The description that this was compiled from. It is parsed, and pydantic imported, at the first access."""

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R_co:
        """A fresh response object, which carries the content: nothing is iterated or opened before it is sent."""

    async def send(self, scope: Scope, receive: Receive, send: Send, /, *args: P.args, **kwargs: P.kwargs) -> None:
        """Send the response in place, without an object. HTTP scopes only."""

def abi_version(number: int) -> None:
    """Accept a module that was written for this version of the run-time part. Raises ImportError for any other."""

def response(
    send: Callable[..., Awaitable[None]], returned: type, *of: Any, name: str | None = None
) -> Callable[[Callable[P, R_co]], Built[P, R_co]]:
    """Attach `send` and the return type to a generated function, as the compiler would.

    `name` is the function's `__name__`, where that is not the name of its variable.
    """

def carrying(
    send: Callable[..., Awaitable[None]], returned: type, *of: Any, name: str | None = None
) -> Callable[[Callable[P, R_co]], BuiltCarrier[P, R_co]]:
    """The same for a response that carries what it sends."""

def describe(function: Any, text: str) -> None:
    """Give a function its `spec`, of which this is the JSON text."""

class DeferredSpec:
    """A proxy that parses its ResponseSpec at the first access. For everything but `type()` it is the ResponseSpec.

    After that access, the function's `.spec` is the ResponseSpec itself.
    """

    __slots__ = ("_function", "_read", "_text")

    def __init__(self, function: Any, text: str) -> None: ...
    def __getattr__(self, name: str) -> Any: ...
    def __eq__(self, other: object) -> bool: ...
    def __hash__(self) -> int: ...
    def __repr__(self) -> str: ...
    def __reduce__(self) -> Any: ...

def header_check(
    name: str, field_name: str, type_: Any, encode: Encode | None = None, *, of_text_in_utf_8: bool = False
) -> Check:
    """The check that turns a param's argument into the octets of that field."""

def cookie_check(
    name: str,
    cookie_name: str,
    type_: Any,
    encode: Encode | None = None,
    *,
    max_age: int | None = None,
    expires: str | None = None,
    secure: bool = False,
) -> Check:
    """The check that turns a param's argument into the octets of that cookie's value.

    `max_age`, `expires` and `secure` are those of the declaration, where a CookieValue may say others.
    """

def placeholder_check(name: str, placeholder: str, type_: Any, where: Where, encode: Encode | None = None) -> Check:
    """The check that turns a param's argument into the octets of a placeholder, in a path or a query."""

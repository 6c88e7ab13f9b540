"""Runtime support for the modules that `antiphon build` writes.

Part of the run time: pydantic is imported only where the `.spec` of a response is read.
"""

from __future__ import annotations

import types
from collections.abc import Awaitable, Callable, MutableMapping
from typing import TYPE_CHECKING, Any, NamedTuple, ParamSpec, Protocol, TypeAlias, TypeVar, cast

from antiphon.http.set_cookie import PlainCookie
from antiphon.http.uri_template import Where
from antiphon.runtime.param_checks import Encode
from antiphon.runtime.slots import cookie_encoder, header_encoder, placeholder_encoder
from antiphon.runtime.transmit.asgi import Receive, Scope, Send

if TYPE_CHECKING:
    from antiphon.spec import ResponseSpec

P = ParamSpec("P")
R_co = TypeVar("R_co", covariant=True)
Check: TypeAlias = Callable[[Any], bytes]

#: Incremented with every change that breaks the modules written before it.
ABI_VERSION = 7


class Built(Protocol[P, R_co]):
    """A response that was compiled ahead of time. At run time it is a plain function with these attributes.

    Raises ParamError for content that is not of the declared type, or a param that its field or cookie cannot carry.
    """

    @property
    def spec(self) -> ResponseSpec:
        """The description that this was compiled from. It is parsed, and pydantic imported, at the first access."""
        ...

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R_co:
        """A fresh response object; nothing is shared between two of them but immutable octets."""
        ...

    async def send(
        self, send: Callable[[MutableMapping[str, Any]], Awaitable[None]], /, *args: P.args, **kwargs: P.kwargs
    ) -> None:
        """Send the response in place, without an object: the quickest way through ASGI's `send`. HTTP scopes only."""
        ...


class BuiltCarrier(Protocol[P, R_co]):
    """The same for content that is sent piece by piece: `send` takes the whole exchange."""

    @property
    def spec(self) -> ResponseSpec:
        """The description that this was compiled from. It is parsed, and pydantic imported, at the first access."""
        ...

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R_co:
        """A fresh response object, which carries the content: nothing is iterated or opened before it is sent."""
        ...

    async def send(self, scope: Scope, receive: Receive, send: Send, /, *args: P.args, **kwargs: P.kwargs) -> None:
        """Send the response in place, without an object. HTTP scopes only."""
        ...


def abi_version(number: int) -> None:
    """Accept a module that was written for this version of the run-time part. Raises ImportError for any other."""
    if number != ABI_VERSION:
        raise ImportError(
            f"this module was built for ABI version {number} of antiphon, and this is {ABI_VERSION}: "
            "run `antiphon build` again"
        )


def response(
    send: Callable[..., Awaitable[None]],
    returned: type,
    *of: Any,
    name: str | None = None,
) -> Callable[[Callable[P, R_co]], Built[P, R_co]]:
    """Attach `send` and the return type to a generated function, as the compiler would.

    `name` is the function's `__name__`, where that is not the name of its variable.
    """

    def decorate(respond: Callable[P, R_co]) -> Built[P, R_co]:
        function: Any = respond
        if name is not None:
            function.__name__ = name
        function.__qualname__ = function.__name__
        function.__annotations__["return"] = types.GenericAlias(returned, of)
        sender: Any = send
        sender.__name__, sender.__qualname__ = "send", f"{function.__name__}.send"
        function.send, function.has_known_signature = send, True
        made: Built[P, R_co] = function
        return made

    return decorate


def carrying(
    send: Callable[..., Awaitable[None]], returned: type, *of: Any, name: str | None = None
) -> Callable[[Callable[P, R_co]], BuiltCarrier[P, R_co]]:
    """The same for a response that carries what it sends."""
    return cast("Callable[[Callable[P, R_co]], BuiltCarrier[P, R_co]]", response(send, returned, *of, name=name))


def describe(function: Any, text: str) -> None:
    """Give a function its `spec`, of which this is the JSON text."""
    function.spec = DeferredSpec(function, text)


class DeferredSpec:
    """A proxy that parses its ResponseSpec at the first access. For everything but `type()` it is the ResponseSpec.

    After that access, the function's `.spec` is the ResponseSpec itself.
    """

    __slots__ = ("_function", "_read", "_text")

    def __init__(self, function: Any, text: str) -> None:
        self._function = function
        self._text = text
        self._read: ResponseSpec | None = None

    def _spec(self) -> ResponseSpec:
        if self._read is None:
            from antiphon.spec import ResponseSpec

            self._read = ResponseSpec.model_validate_json(self._text)
            self._function.spec = self._read
        return self._read

    if not TYPE_CHECKING:  # type checkers know `__class__` as a property that can be set

        @property
        def __class__(self) -> type:  # isinstance() asks for it, as of a mock
            return type(self._spec())

    def __getattr__(self, name: str) -> Any:
        return getattr(self._spec(), name)

    def __eq__(self, other: object) -> bool:
        return self._spec() == other

    def __hash__(self) -> int:
        return hash(self._spec())

    def __repr__(self) -> str:
        return repr(self._spec())

    def __reduce__(self) -> Any:
        return self._spec().__reduce_ex__(2)


class _KnownType(NamedTuple):
    """A type or a function that is known, in the form in which encoders ask for it."""

    type_: Any

    def resolve(self) -> Any:
        return self.type_


class _BuiltParam(NamedTuple):
    """The part of a param's declaration that encoders read."""

    name: str
    slot: str
    type: _KnownType
    encode: _KnownType | None = None
    optional: bool = False


def _param(name: str, slot: str, type_: Any, encode: Encode | None) -> _BuiltParam:
    return _BuiltParam(name, slot, _KnownType(type_), None if encode is None else _KnownType(encode))


def header_check(
    name: str, field_name: str, type_: Any, encode: Encode | None = None, *, of_text_in_utf_8: bool = False
) -> Check:
    """The check that turns a param's argument into the octets of that field."""
    return header_encoder(_param(name, field_name, type_, encode), of_text_in_utf_8=of_text_in_utf_8).check


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
    cookie = PlainCookie(name=cookie_name, value=None, max_age=max_age, expires=expires, secure=secure)
    return cookie_encoder(_param(name, cookie_name, type_, encode), cookie).check


def placeholder_check(name: str, placeholder: str, type_: Any, where: Where, encode: Encode | None = None) -> Check:
    """The check that turns a param's argument into the octets of a placeholder, in a path or a query."""
    return placeholder_encoder(_param(name, placeholder, type_, encode), where).check

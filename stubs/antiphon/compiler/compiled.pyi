# Written by `nox -s generate` from src; do not edit.
"""The results of `.compile()`, as type checkers see them. At run time, they are functions with these attributes."""

from collections.abc import Callable
from typing import ParamSpec, Protocol, TypeVar

from antiphon.responses.starlette_classes import BackgroundTask
from antiphon.runtime.transmit.asgi import Receive, Scope, Send
from antiphon.spec import ResponseSpec

C_contra = TypeVar("C_contra", contravariant=True)
R_co = TypeVar("R_co", covariant=True)
R = TypeVar("R")
P = ParamSpec("P")

class HasSpec(Protocol):
    """A draft's compiled response, or a class of replies: whatever says which response it makes."""

    @property
    def spec(self) -> ResponseSpec:
        """The description of the response."""

class Compiled(Protocol[C_contra, R_co, P]):
    """A response whose content is given with each call, and whose params are keywords.

    Raises ParamError for content that is not of the declared type, or a param that its field or cookie cannot carry.
    """

    @property
    def spec(self) -> ResponseSpec:
        """The description that this was compiled from."""

    def __call__(self, content: C_contra, /, *args: P.args, **kwargs: P.kwargs) -> R_co:
        """A fresh response object; nothing is shared between two of them but immutable octets."""

    async def send(self, send: Send, content: C_contra, /, *args: P.args, **kwargs: P.kwargs) -> None:
        """Send the response in place, without an object: the quickest way through ASGI's `send`. HTTP scopes only."""

class Constant(Protocol[R_co, P]):
    """A response without content, or with content that never changes. Params are keywords.

    Raises ParamError for a param that its field or cookie cannot carry.
    """

    @property
    def spec(self) -> ResponseSpec:
        """The description that this was compiled from."""

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R_co:
        """A fresh response object; nothing is shared between two of them but immutable octets."""

    async def send(self, send: Send, /, *args: P.args, **kwargs: P.kwargs) -> None:
        """Send the response in place, without an object: the quickest way through ASGI's `send`. HTTP scopes only."""

class CompiledCarrier(Protocol[C_contra, R_co, P]):
    """A response whose content is given with each call and sent piece by piece: a stream, lines, events or a file.

    Raises ParamError for content that is not of the declared type, or a param that its field or cookie cannot carry.
    """

    @property
    def spec(self) -> ResponseSpec:
        """The description that this was compiled from."""

    def __call__(self, content: C_contra, /, *args: P.args, **kwargs: P.kwargs) -> R_co:
        """A fresh response object, which carries the content: nothing is iterated or opened before it is sent."""

    async def send(
        self, scope: Scope, receive: Receive, send: Send, content: C_contra, /, *args: P.args, **kwargs: P.kwargs
    ) -> None:
        """Send the response in place, without an object. It takes the whole exchange.

        HEAD is in the scope, and `receive` says that the client left. HTTP scopes only.
        """

class Unnamed:
    """In the place of the keywords of a draft whose params have no name for type checkers: only `...` matches it."""

class CompiledWithoutParams(Compiled[C_contra, R_co, []], Protocol[C_contra, R_co]):
    """A `Compiled` whose one keyword is the work that follows the response."""

    def __call__(self, content: C_contra, /, *, background: BackgroundTask | None = None) -> R_co:
        """A fresh response object, which runs `background` after it was sent."""

    async def send(self, send: Send, content: C_contra, /, *, background: BackgroundTask | None = None) -> None:
        """Send the response in place, then run `background`. HTTP scopes only."""

class ConstantWithoutParams(Constant[R_co, []], Protocol[R_co]):
    """A `Constant` whose one keyword is the work that follows the response."""

    def __call__(self, *, background: BackgroundTask | None = None) -> R_co:
        """A fresh response object, which runs `background` after it was sent."""

    async def send(self, send: Send, /, *, background: BackgroundTask | None = None) -> None:
        """Send the response in place, then run `background`. HTTP scopes only."""

class CarrierWithoutParams(CompiledCarrier[C_contra, R_co, []], Protocol[C_contra, R_co]):
    """A `CompiledCarrier` whose one keyword is the work that follows the response."""

    def __call__(self, content: C_contra, /, *, background: BackgroundTask | None = None) -> R_co:
        """A fresh response object, which carries the content and runs `background` after it was sent."""

    async def send(
        self,
        scope: Scope,
        receive: Receive,
        send: Send,
        content: C_contra,
        /,
        *,
        background: BackgroundTask | None = None,
    ) -> None:
        """Send the response in place, then run `background`. HTTP scopes only."""

def compiled(signature: Callable[P, R]) -> Constant[R, P]:
    """The type of a compiled response whose signature is written in a stub: see `antiphon stubs`."""

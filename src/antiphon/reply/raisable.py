"""Replies that are raised: `class EmailTaken(Reply[Problem], Raisable, status=409)`, then `raise EmailTaken(...)`.

An application that `install` has switched on sends what is raised below a handler, in its dependencies or in the
handler. Returned, it is a reply like any other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, Self

from typing_extensions import TypeVar

from antiphon.responses import Response
from antiphon.responses.no_response import no_response

#: With a default, so that `except Raised as raised` is of a known type: its response is of any.
R = TypeVar("R", bound=Response[Any, Any], default=Any)


class Raisable(Exception):  # noqa: N818 - a reply, which is named after what it says
    """The second base of a reply that may be raised. The constructor has the reply's own parameters.

    `except EmailTaken as taken` gives the reply back, with its content and params as attributes.
    """

    if not TYPE_CHECKING:  # to type checkers the constructor is the reply's

        def __new__(cls, *_arguments: Any, **_keywords: Any) -> Self:
            return super().__new__(cls)  # content and cookies are not for `args`, which tracebacks show

    def __str__(self) -> str:
        return str(getattr(self, "status_code", ""))

    def __reduce__(self) -> Any:
        return _again, (type(self), self.__getstate__())


class Raised(Exception, Generic[R]):  # noqa: N818 - the past of "raise"
    """Raises a response of any kind: `raise Raised(taken(...))`, where `taken` is a compiled response.

    Raises TypeError for anything but a response of antiphon.
    """

    response: R
    """The response that is to be sent."""

    def __init__(self, response: R) -> None:
        if not isinstance(response, Response):
            raise no_response(type(response))
        super().__init__(f"{type(response).__name__} {response.status_code}")
        self.response = response


def _again(kind: type[Raisable], state: dict[str, Any]) -> Raisable:
    """A raised reply as it was in another process, or in the one that it is copied in."""
    reply = kind.__new__(kind)
    reply.__setstate__(state)
    return reply

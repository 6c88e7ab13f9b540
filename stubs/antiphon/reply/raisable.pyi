# Written by `nox -s generate` from src; do not edit.
"""Replies that are raised: `class EmailTaken(Reply[Problem], Raisable, status=409)`, then `raise EmailTaken(...)`.

An application that `install` has switched on sends what is raised below a handler, in its dependencies or in the
handler. Returned, it is a reply like any other.
"""

from typing import Any, Generic

from typing_extensions import TypeVar

from antiphon.responses import Response

R = TypeVar("R", bound=Response[Any, Any], default=Any)

class Raisable(Exception):
    """The second base of a reply that may be raised. The constructor has the reply's own parameters.

    `except EmailTaken as taken` gives the reply back, with its content and params as attributes.
    """

    def __str__(self) -> str: ...
    def __reduce__(self) -> Any: ...

class Raised(Exception, Generic[R]):
    """Raises a response of any kind: `raise Raised(taken(...))`, where `taken` is a compiled response.

    Raises TypeError for anything but a response of antiphon.
    """

    response: R
    """The response that is to be sent."""

    def __init__(self, response: R) -> None: ...

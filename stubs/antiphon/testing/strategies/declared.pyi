# Written by `nox -s generate` from src; do not edit.
"""The three strategies of a declared response."""

from collections.abc import Callable
from typing import Any, TypeVar

from hypothesis.strategies import SearchStrategy

from antiphon.responses import Response

C = TypeVar("C")
R = TypeVar("R", bound=Response[Any, Any])

def params(declared: Callable[..., Response[Any, Any]]) -> SearchStrategy[dict[str, Any]]:
    """The keyword arguments of a call: a value for each param, and with or without those that may be left out.

    Of a problem type its members are among them, of a family the status. Raises NoStrategy.
    """

def content(declared: Callable[..., Response[Any, C]]) -> SearchStrategy[C]:
    """The content that a call gives: of the declared type, and such that it can be sent.

    Of what is sent in pieces it is a list of items, of a file an open one in memory. Raises NoStrategy for a type that
    has none, and for a response whose calls give no content.
    """

def responses(declared: Callable[..., R]) -> SearchStrategy[R]:
    """Responses with content and params, as a handler would make them. Raises NoStrategy."""

# Written by `nox -s generate` from src; do not edit.
"""One function factory for each *shape* of response; a spec's own values arrive as closure cells.

Compiling Python text costs a hundred times as much as calling a factory, and a service has many specs but few shapes.
The generated text holds parameter names, which are identifiers, and nothing else that came from a spec.
"""

from collections.abc import Callable
from typing import Any, Literal, NamedTuple

class Parameter(NamedTuple):
    """What the generated code must know of one param."""

    name: str
    kind: Literal["cookie", "text", "typed", "target", "converted"]
    optional: bool
    cookie: bool
    default: bool

class Shape(NamedTuple):
    """What two specs have in common when one generated text serves both.

    `lines` are the field lines in order: an int is a param's index, None a finished line, a tuple the params that fill
    the placeholders of a template. `content` says whether
    content is given with each call, and whether an encoder renders it. `reply` asks for the constructor of a class of
    replies in place of the two functions. `on_success` says that background work is not for responses that got lost.
    """

    lines: tuple[int | tuple[int, ...] | None, ...]
    parameters: tuple[Parameter, ...]
    content: Literal["none", "octets", "encoded"]
    exact: Literal["", "type", "items"]
    own_media_type: bool
    keywords: str = ""
    floats: tuple[tuple[str, bool], ...] = ()
    searched: bool = False
    on_success: bool = False
    reply: bool = False

def source(shape: Shape) -> str:
    """The Python text of a shape's factory. Every name of its own begins with an underscore; no param's does."""

NOT_TEXT: tuple[type[Exception], ...]
NAMES: dict[str, tuple[str, ...]]

def factory(shape: Shape) -> Callable[..., Any]:
    """The shape's factory: called with a spec's values, it gives the two functions, or the constructor of a reply."""

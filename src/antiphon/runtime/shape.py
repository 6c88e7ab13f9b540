"""The shape of a response: what two specs have in common when one generated text serves both.

A service has many specs and few shapes. `antiphon.runtime.codegen` writes the text of a shape.
"""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias


class Parameter(NamedTuple):
    """The facts about one param that decide the generated code."""

    name: str
    kind: Literal["cookie", "text", "typed", "target", "converted"]
    optional: bool
    cookie: bool
    default: bool


#: A param's index, the params that fill the placeholders of a template, None for a finished line, or what is worked out
#: from the content.
LineKind: TypeAlias = int | tuple[int, ...] | Literal["entity_tag", "digest_value"] | None


class Shape(NamedTuple):
    """The facts about a response that decide the generated code."""

    lines: tuple[LineKind, ...]
    """The field lines in order."""
    parameters: tuple[Parameter, ...]
    content: Literal["empty", "fixed", "octets", "encoded", "carried"]
    """Whether content is given with each call, and whether an encoder renders it, or it is sent piece by piece."""
    exact: Literal["", "type", "items", "none"]
    """How content is known that needs no further check: never, by its type, by that of its items, or by the encoder."""
    own_media_type: bool
    keywords: str = ""
    floats: tuple[tuple[str, bool], ...] = ()
    nan_signs: tuple[bytes, ...] = ()
    untyped: bool = False
    on_success: bool = False
    """Whether background work is left out for responses that got lost."""
    reply: bool = False
    """Whether this is the constructor of a class of replies, in the place of the two functions."""

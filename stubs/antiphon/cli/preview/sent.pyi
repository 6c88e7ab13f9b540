# Written by `nox -s generate` from src; do not edit.
"""What a response sends, seen by sending it."""

import dataclasses

from antiphon.spec import ResponseSpec

@dataclasses.dataclass(frozen=True)
class Line:
    """A field line as it is sent. `param` names the param whose made-up value it holds; empty where nothing varies."""

    name: str
    value: str
    param: str = ""

@dataclasses.dataclass(frozen=True)
class Wire:
    """A response on the wire. `source` says where the content comes from, in words."""

    status: int
    lines: tuple[Line, ...]
    content: bytes
    source: str

def wire(spec: ResponseSpec) -> Wire:
    """Send a response with values made up for its params, and content from its first example or made up as well.

    Raises NoSample where no value can be made up for a param or for the content.
    """

# Written by `nox -s generate` from src; do not edit.
"""The body kinds, one a file. Written by `nox -s generate`; do not edit."""

from typing import TypeAlias

from antiphon.spec.bodies.empty import EmptyBody
from antiphon.spec.bodies.events import EventsBody
from antiphon.spec.bodies.file import FileBody
from antiphon.spec.bodies.html import HTMLBody
from antiphon.spec.bodies.json import JSONBody
from antiphon.spec.bodies.json_lines import JSONLinesBody
from antiphon.spec.bodies.octets import BytesBody
from antiphon.spec.bodies.problem import ProblemBody
from antiphon.spec.bodies.redirect import RedirectBody
from antiphon.spec.bodies.stream import StreamBody
from antiphon.spec.bodies.text import TextBody

BodySpec: TypeAlias = (
    EmptyBody
    | EventsBody
    | FileBody
    | HTMLBody
    | JSONBody
    | JSONLinesBody
    | BytesBody
    | ProblemBody
    | RedirectBody
    | StreamBody
    | TextBody
)
__all__ = [
    "BodySpec",
    "BytesBody",
    "EmptyBody",
    "EventsBody",
    "FileBody",
    "HTMLBody",
    "JSONBody",
    "JSONLinesBody",
    "ProblemBody",
    "RedirectBody",
    "StreamBody",
    "TextBody",
]

"""The body kinds, one a file. Written by `nox -s generate`; do not edit."""

from __future__ import annotations

from typing import TypeAlias

from antiphon.bodies.empty import EmptyBody
from antiphon.bodies.html import HTMLBody
from antiphon.bodies.json import JSONBody
from antiphon.bodies.octets import BytesBody
from antiphon.bodies.problem import ProblemBody
from antiphon.bodies.redirect import RedirectBody
from antiphon.bodies.text import TextBody

#: Told apart by `kind`.
BodySpec: TypeAlias = EmptyBody | HTMLBody | JSONBody | BytesBody | ProblemBody | RedirectBody | TextBody

__all__ = [
    "BodySpec",
    "BytesBody",
    "EmptyBody",
    "HTMLBody",
    "JSONBody",
    "ProblemBody",
    "RedirectBody",
    "TextBody",
]

# Written by `nox -s generate` from src; do not edit.
"""The body specs that the body steps make, with wrong types reported at the user's line."""

from typing import Any

from antiphon.spec.bodies import BytesBody, HTMLBody, JSONBody, ProblemBody, TextBody

def json(model: Any, media_type: str, nan: str, validate: str, depth: int) -> JSONBody:
    """Content of a declared type."""

def json_value(value: object, media_type: str, depth: int) -> JSONBody:
    """Content that never changes. Raises ParamError where the value has no JSON form."""

def html(content: str | None, depth: int) -> HTMLBody:
    """HTML, fixed or not."""

def text(content: str | None, depth: int) -> TextBody:
    """Plain text, fixed or not."""

def octets(media_type: str, content: Any, depth: int) -> BytesBody:
    """Octets, fixed or not."""

def problem(title: str | None, type: str | None, detail: str | None, instance: str | None, depth: int) -> ProblemBody:
    """Problem details that never change."""

# Written by `nox -s generate` from src; do not edit.
"""The body specs that the body steps make, with wrong types reported at the user's line."""

from typing import Any

from antiphon.diagnostics.call_site import CallSite
from antiphon.spec.bodies import BytesBody, HTMLBody, JSONBody, ProblemBody, TextBody

def json(model: Any, media_type: str, nan: str, validate: str, call_site: CallSite) -> JSONBody:
    """Content of a declared type."""

def json_value(value: object, media_type: str, call_site: CallSite) -> JSONBody:
    """Content that never changes. Raises ParamError where the value has no JSON form."""

def html(content: str | None, call_site: CallSite) -> HTMLBody:
    """HTML, fixed or not."""

def text(content: str | None, call_site: CallSite) -> TextBody:
    """Plain text, fixed or not."""

def octets(media_type: str, content: Any, call_site: CallSite) -> BytesBody:
    """Octets, fixed or not."""

def problem(
    title: str | None, type: str | None, detail: str | None, instance: str | None, call_site: CallSite
) -> ProblemBody:
    """Problem details that never change."""

# Written by `nox -s generate` from src; do not edit.
"""OpenAPI without a framework: what declared responses send, as Response Objects and components."""

from antiphon.interpreters.openapi.describe import describe
from antiphon.interpreters.openapi.documents import components

__all__ = ["components", "describe"]

"""OpenAPI without a framework: what declared responses send, as Response Objects and components."""

from antiphon.interpreters.openapi.describe import describe

__all__ = ["describe"]

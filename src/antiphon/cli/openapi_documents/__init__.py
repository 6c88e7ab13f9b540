"""The documents that `antiphon openapi` writes."""

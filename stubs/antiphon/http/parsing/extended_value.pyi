# Written by `nox -s generate` from src; do not edit.
"""Text beyond ASCII in a parameter (RFC 8187 section 3.2.1): charset'language'percent-escapes."""

def extended_fault(value: str) -> str:
    """What is wrong with an extended value, in a few words; empty where nothing is."""

def extended_text(value: str) -> str | None:
    """The text that an extended value says; None where it says none."""

# Written by `nox -s generate` from src; do not edit.
"""The labels that browsers know for a character encoding (Encoding Standard section 4.2), and no others."""

REPLACEMENT: str

def encoding_of(label: str) -> str | None:
    """The encoding that browsers take a label for ("get an encoding"); None for a label that they do not know."""

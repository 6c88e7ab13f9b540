# Written by `nox -s generate` from src; do not edit.
"""What `curl -i` prints: one or more responses, interim ones and redirects among them."""

from antiphon.captures.exchange import Transcript

def looks_like(octets: bytes) -> bool:
    """Whether the input begins with a status line."""

def read(octets: bytes, *, file: str) -> Transcript:
    """Every response of the stream."""

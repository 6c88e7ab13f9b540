# Written by `nox -s generate` from src; do not edit.
"""HAR files (HTTP Archive 1.2), which browsers and proxies export.

Their content is decoded: where it can differ from what was sent, it counts as unknown.
"""

from antiphon.captures.exchange import Transcript

def looks_like(octets: bytes) -> bool:
    """Whether the input begins as a JSON object does."""

def read(octets: bytes, *, file: str) -> Transcript:
    """Every entry that has a response."""

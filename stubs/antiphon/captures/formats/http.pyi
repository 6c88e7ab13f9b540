# Written by `nox -s generate` from src; do not edit.
"""`.http` files: requests and responses as text, with `###` between them and comments that begin with `#` or `//`.

A response that stands below a request answers it. A request without a response is skipped.
"""

from antiphon.captures.exchange import Transcript

def looks_like(octets: bytes) -> bool:
    """Whether a request line or a separator stands in the input."""

def read(octets: bytes, *, file: str) -> Transcript:
    """Every response of the file, with the method and the URL of its request."""

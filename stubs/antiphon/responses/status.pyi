# Written by `nox -s generate` from src; do not edit.
"""What the status of a response allows: which numbers there are, and which of them go with content."""

from antiphon.runtime.plan import RawHeader

CONTENTLESS: frozenset[int]
UNMEASURED: frozenset[int]

def check_status(status_code: int) -> None:
    """Raises ParamError unless it is an int from 100 to 599."""

def check_redirect_status(status_code: int) -> None:
    """Raises ParamError unless browsers follow the Location of that status."""

def without_content(content: object, size: int, status_code: int) -> bytes:
    """The body for a status that has none. None says so; raises ParamError for any other content."""

def check_length(headers: list[RawHeader], size: int | None, status_code: int) -> None:
    """Raises ParamError where a given Content-Length contradicts the content, another one, or the status.

    `size` is that of the content in octets, None where it is not known. An empty response may announce the length that
    an answer to GET would have: it may be the answer to HEAD (RFC 9110 section 8.6).
    """

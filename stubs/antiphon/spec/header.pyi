# Written by `nox -s generate` from src; do not edit.
"""One field of a response."""

from typing import Any

from antiphon.spec.model import Model

class HeaderSpec(Model, frozen=True):
    """A field line: a name and its value. Set-Cookie is not a header here: see `CookieSpec`."""

    name: str
    """The field name, in any case; it is sent in lower case."""
    value: str | None = None
    """The field value; None means that a param supplies it with each response, or `template` or the content does."""
    template: str | None = None
    """Text with placeholders in braces, each filled by a param of that name: part of a URI, a nonce, or quoted text."""
    from_content: bool = False
    """Whether the value follows from the octets of the content, as that of ETag, Content-Digest and Repr-Digest may."""

    def __repr_args__(self) -> Any:
        """The declared attributes; of a Set-Cookie line the values of cookies are covered."""

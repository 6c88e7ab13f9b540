"""One field of a response."""

from __future__ import annotations

from typing import Any

from antiphon.http.secrets import covered, holds_cookies
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
        for name, given in super().__repr_args__():
            yield name, covered(given) if name == "value" and holds_cookies(self.name) else given

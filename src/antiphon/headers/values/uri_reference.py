"""URI-references (RFC 3986 section 4.1) as field values hold them."""

from __future__ import annotations

from antiphon.headers.field import FieldError
from antiphon.http.grammar import RELATIVE_REFERENCE, URI


def check_reference(field_name: str, target: str) -> None:
    """Raises FieldError unless the target is a URI or a relative reference, in ASCII."""
    if not isinstance(target, str) or not (RELATIVE_REFERENCE.fullmatch(target) or URI.fullmatch(target)):
        raise FieldError(f"{field_name}: {target!r} is not a URI-reference; percent-encode what a URI cannot hold")

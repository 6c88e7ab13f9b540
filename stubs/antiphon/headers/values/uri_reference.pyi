# Written by `nox -s generate` from src; do not edit.
"""URI-references (RFC 3986 section 4.1) as field values hold them."""

def check_reference(field_name: str, target: str) -> None:
    """Raises FieldError unless the target is a URI or a relative reference, in ASCII."""

# Written by `nox -s generate` from src; do not edit.
"""Source lists of a Content Security Policy (CSP3 section 2.3.1)."""

def sources(field_name: str, directive: str, value: str | tuple[str, ...]) -> tuple[str, ...]:
    """The expressions of a list: a text with spaces between them, or a tuple of them.

    Raises FieldError for what an expression cannot hold, for a keyword without its single quotes, and for 'none'
    beside others.
    """

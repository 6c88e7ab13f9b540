# Written by `nox -s generate` from src; do not edit.
"""Allow (RFC 9110 section 10.2.1): the methods that the resource supports."""

from typing import ClassVar

from antiphon.headers.values.token_list import TokenList

class Allow(TokenList):
    """Methods, such as `Allow("GET", "HEAD")`, in their own case; no method at all says that none is allowed.

    Raises FieldError for a method that is not a token.
    """

    __slots__ = ()
    field_name: ClassVar[str]
    examples: ClassVar[tuple[str, ...]]
    member: ClassVar[str]
    may_be_empty: ClassVar[bool]

    def __init__(self, *methods: str) -> None: ...

# Written by `nox -s generate` from src; do not edit.
"""Access-Control-Allow-Methods (Fetch, "CORS protocol"): the methods that another origin may use."""

from typing import ClassVar

from antiphon.headers.values.token_list import TokenList

class AccessControlAllowMethods(TokenList):
    """Methods, in the case that they are sent in; `*` means all, in answers without credentials only.

    Raises FieldError for a method that is not a token, and for an empty list.
    """

    __slots__ = ()
    field_name: ClassVar[str]
    examples: ClassVar[tuple[str, ...]]
    member: ClassVar[str]

    def __init__(self, *methods: str) -> None: ...

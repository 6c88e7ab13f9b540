# Written by `nox -s generate` from src; do not edit.
"""Access-Control-Allow-Headers (Fetch, "CORS protocol"): the request fields that another origin may set."""

from typing import ClassVar

from antiphon.headers.values.token_list import TokenList

class AccessControlAllowHeaders(TokenList):
    """Names of request fields; `*` means all but Authorization, in answers without credentials only.

    Raises FieldError for a name that is not a token, and for an empty list.
    """

    __slots__ = ()
    field_name: ClassVar[str]
    examples: ClassVar[tuple[str, ...]]
    member: ClassVar[str]

    def __init__(self, *field_names: str) -> None: ...

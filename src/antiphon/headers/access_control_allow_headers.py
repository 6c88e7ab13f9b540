"""Access-Control-Allow-Headers (Fetch, "CORS protocol"): the request fields that another origin may set."""

from __future__ import annotations

from typing import ClassVar

from antiphon.headers.values.token_list import TokenList


class AccessControlAllowHeaders(TokenList):
    """Names of request fields; `*` means all but Authorization, in answers without credentials only.

    Raises FieldError for a name that is not a token, and for an empty list.
    """

    __slots__ = ()
    field_name: ClassVar[str] = "Access-Control-Allow-Headers"
    examples: ClassVar[tuple[str, ...]] = (
        "Content-Type, X-Request-ID",
        "*",
    )
    member: ClassVar[str] = "a field name"

    def __init__(self, *field_names: str) -> None:
        super().__init__(*field_names)

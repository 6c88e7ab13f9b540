# Written by `nox -s generate` from src; do not edit.
"""Vary (RFC 9110 section 12.5.5): the request fields that the response was chosen by."""

from typing import ClassVar

from antiphon.headers.values.token_list import TokenList

class Vary(TokenList):
    """Names of request fields, such as `Vary("Accept", "Origin")`; or `*` alone, for anything at all.

    Raises FieldError for a name that is not a token, and for `*` beside names.
    """

    __slots__ = ()
    field_name: ClassVar[str]
    examples: ClassVar[tuple[str, ...]]
    member: ClassVar[str]

    def __init__(self, *field_names: str) -> None: ...

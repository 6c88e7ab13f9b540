# Written by `nox -s generate` from src; do not edit.
"""Cache-Control (RFC 9111 section 5.2.2): who may keep the response, and for how long."""

import dataclasses
from datetime import timedelta
from typing import ClassVar, Self

@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class CacheControl:
    """Response directives. Lifetimes are whole seconds, as an int or a timedelta.

    `private` and `no_cache` may name the response fields that they are limited to. `extensions` are directives that
    this class does not know, as they are written (`'community="UCI"'`). Raises FieldError for a lifetime that is
    negative or has a fraction, for a directive that is no token, and where nothing is said at all.
    """

    field_name: ClassVar[str]
    examples: ClassVar[tuple[str, ...]]
    public: bool = False
    private: bool | tuple[str, ...] = False
    no_cache: bool | tuple[str, ...] = False
    must_understand: bool = False
    no_store: bool = False
    max_age: int | timedelta | None = None
    s_maxage: int | timedelta | None = None
    must_revalidate: bool = False
    proxy_revalidate: bool = False
    stale_while_revalidate: int | timedelta | None = None
    stale_if_error: int | timedelta | None = None
    no_transform: bool = False
    immutable: bool = False
    extensions: tuple[str, ...] = ()

    def __post_init__(self) -> None: ...
    @classmethod
    def decode(cls, value: str) -> Self:
        """Raises FieldError for text that is not a list of directives, and for a wrong or second value."""

    def encode(self) -> bytes: ...

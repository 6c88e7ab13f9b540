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
    negative or has a fraction, for a directive that is not a token, and where no directive is given.
    """

    field_name: ClassVar[str]
    examples: ClassVar[tuple[str, ...]]
    public: bool = False
    """Any cache may store the response, even where it otherwise could not."""
    private: bool | tuple[str, ...] = False
    """Only the user's own browser may store the response, or the fields that are named."""
    no_cache: bool | tuple[str, ...] = False
    """It is asked again before each use, or for the fields that are named."""
    must_understand: bool = False
    """Only a cache that knows the status may store it."""
    no_store: bool = False
    """Nothing stores it."""
    max_age: int | timedelta | None = None
    """The seconds for which it is fresh."""
    s_maxage: int | timedelta | None = None
    """The seconds for which it is fresh in a shared cache."""
    must_revalidate: bool = False
    """Once stale it is never used without asking."""
    proxy_revalidate: bool = False
    """The same, for shared caches alone."""
    stale_while_revalidate: int | timedelta | None = None
    """The seconds for which a stale response may be used while it is asked for again."""
    stale_if_error: int | timedelta | None = None
    """The seconds for which a stale response may be used where asking fails."""
    no_transform: bool = False
    """Nobody on the way may change the content."""
    immutable: bool = False
    """It does not change while it is fresh, so that even a reload need not ask."""
    extensions: tuple[str, ...] = ()
    """Further directives, as they are written."""

    def __post_init__(self) -> None: ...
    @classmethod
    def decode(cls, value: str) -> Self:
        """Raises FieldError for text that is not a list of directives, and for a wrong or second value."""

    def encode(self) -> bytes: ...

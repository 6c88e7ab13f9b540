# Written by `nox -s generate` from src; do not edit.
"""CDN-Cache-Control (RFC 9213 section 3.1): what Cache-Control says, for the caches that serve the origin alone."""

from datetime import timedelta
from typing import ClassVar, Self

from antiphon.headers.values.structured.values import Member
from antiphon.headers.values.structured_field import DictionaryField

class CDNCacheControl(DictionaryField):
    """Response directives as in Cache-Control, which a cache that knows this field heeds instead.

    `private` and `no_cache` may name the response fields that they are limited to. Raises FieldError for a lifetime
    that is negative, has a fraction of a second or more than 15 digits, and where no directive is given.
    """

    __slots__ = ()
    field_name: ClassVar[str]
    examples: ClassVar[tuple[str, ...]]

    def __new__(
        cls,
        *,
        public: bool = False,
        private: bool | tuple[str, ...] = False,
        no_cache: bool | tuple[str, ...] = False,
        no_store: bool = False,
        max_age: int | timedelta | None = None,
        s_maxage: int | timedelta | None = None,
        must_revalidate: bool = False,
        stale_while_revalidate: int | timedelta | None = None,
        stale_if_error: int | timedelta | None = None,
        no_transform: bool = False,
        immutable: bool = False,
    ) -> Self: ...
    @classmethod
    def check(cls, key: str, member: Member) -> None: ...

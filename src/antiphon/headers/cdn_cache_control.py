"""CDN-Cache-Control (RFC 9213 section 3.1): what Cache-Control says, for the caches that serve the origin alone."""

from __future__ import annotations

from datetime import timedelta
from typing import ClassVar, Self

from antiphon.headers.cache_control import CacheControl
from antiphon.headers.field import FieldError
from antiphon.headers.values.structured.values import Item, Member
from antiphon.headers.values.structured_field import DictionaryField

_SECONDS = ("max-age", "s-maxage", "stale-while-revalidate", "stale-if-error")
_FLAGS = ("public", "no-store", "must-revalidate", "must-understand", "proxy-revalidate", "no-transform", "immutable")
_FIELD_NAMES = ("private", "no-cache")


class CDNCacheControl(DictionaryField):
    """Response directives as in Cache-Control, which a cache that knows this field heeds instead.

    `private` and `no_cache` may name the response fields that they are limited to. Raises FieldError for a lifetime
    that is negative, has a fraction of a second or more than 15 digits, and where no directive is given.
    """

    __slots__ = ()
    field_name: ClassVar[str] = "CDN-Cache-Control"
    examples: ClassVar[tuple[str, ...]] = ("no-store", "max-age=600, stale-if-error=86400", 'private="x-user"')

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
    ) -> Self:
        # Each directive of Cache-Control that this constructor knows is a dictionary member as it is.
        try:
            said = CacheControl(
                public=public,
                private=private,
                no_cache=no_cache,
                no_store=no_store,
                max_age=max_age,
                s_maxage=s_maxage,
                must_revalidate=must_revalidate,
                stale_while_revalidate=stale_while_revalidate,
                stale_if_error=stale_if_error,
                no_transform=no_transform,
                immutable=immutable,
            )
        except FieldError as error:
            raise FieldError(f"{cls.field_name}: {str(error).removeprefix('Cache-Control: ')}") from None
        return cls.decode(said.encode().decode("ascii"))

    @classmethod
    def check(cls, key: str, member: Member) -> None:
        value = member.value if isinstance(member, Item) else None
        if key in _SECONDS and (type(value) is not int or value < 0):
            raise FieldError(f"{key} is not a whole number of seconds from 0 up")
        if key in _FLAGS and not isinstance(value, bool):
            raise FieldError(f"{key} takes no value")
        if key in _FIELD_NAMES and not isinstance(value, bool) and type(value) is not str:
            raise FieldError(f"{key} takes nothing, or field names in double quotes")

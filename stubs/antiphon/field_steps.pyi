# Written by `nox -s generate` from src; do not edit.
"""The steps of a draft that add one typed field each, and the one that takes any of them by keyword."""

from datetime import datetime, timedelta
from typing import Self

from antiphon.headers.allow import Allow
from antiphon.headers.cache_control import CacheControl
from antiphon.headers.content_range import ContentRange
from antiphon.headers.etag import ETag
from antiphon.headers.location import Location
from antiphon.headers.retry_after import RetryAfter
from antiphon.headers.vary import Vary
from antiphon.headers.www_authenticate import Challenge

class FieldSteps:
    """A step for every typed field but those that a status may oblige a response to have."""

    __slots__ = ()

    def headers(
        self,
        *,
        allow: Allow | str | None = None,
        cache_control: CacheControl | str | None = None,
        content_range: ContentRange | str | None = None,
        etag: ETag | str | None = None,
        location: Location | str | None = None,
        retry_after: RetryAfter | str | int | timedelta | datetime | None = None,
        vary: Vary | str | list[str] | tuple[str, ...] | None = None,
        www_authenticate: Challenge | str | None = None,
    ) -> Self:
        """Any of the typed fields by keyword: the typed value, or its text, which is read as that type."""

    def cache_control(
        self,
        *,
        public: bool = False,
        private: bool | tuple[str, ...] = False,
        no_cache: bool | tuple[str, ...] = False,
        must_understand: bool = False,
        no_store: bool = False,
        max_age: int | timedelta | None = None,
        s_maxage: int | timedelta | None = None,
        must_revalidate: bool = False,
        proxy_revalidate: bool = False,
        stale_while_revalidate: int | timedelta | None = None,
        stale_if_error: int | timedelta | None = None,
        no_transform: bool = False,
        immutable: bool = False,
        extensions: tuple[str, ...] = (),
    ) -> Self:
        """Cache-Control (RFC 9111 section 5.2.2): who may keep the response, and for how long."""

    def etag(self, tag: str, *, weak: bool = False) -> Self:
        """ETag (RFC 9110 section 8.8.3): which version of the representation this is."""

    def retry_after(self, delay: int | timedelta | datetime) -> Self:
        """Retry-After (RFC 9110 section 10.2.3): when to ask again."""

    def vary(self, *field_names: str) -> Self:
        """Vary (RFC 9110 section 12.5.5): the request fields that the response was chosen by."""

class ObligedFieldSteps(FieldSteps):
    """The steps of the fields that a status may oblige a response to have."""

    __slots__ = ()

    def allow(self, *values: str, because: str | None = None) -> Self:
        """Allow (RFC 9110 section 10.2.1): the methods that the resource supports.

        With `because`, the values are codes of findings that are accepted for that reason.
        """

    def content_range(self, value: ContentRange | str) -> Self:
        """Content-Range (RFC 9110 section 14.4): which part of the representation this is."""

    def location(self, target: Location | str) -> Self:
        """Location (RFC 9110 section 10.2.2): where to go next, or where the new resource is."""

    def www_authenticate(self, challenge: Challenge | str) -> Self:
        """WWW-Authenticate (RFC 9110 section 11.6.1): how to ask again with credentials.

        Each call adds a line.
        """

# Written by `nox -s generate`; do not edit.
"""The steps of a draft that add one typed field each, and the one that takes any of them by keyword."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NoReturn, Self

from antiphon.headers.allow import Allow
from antiphon.headers.cache_control import CacheControl
from antiphon.headers.content_range import ContentRange
from antiphon.headers.conversion import convert
from antiphon.headers.etag import ETag
from antiphon.headers.field import Field, FieldError
from antiphon.headers.location import Location
from antiphon.headers.retry_after import RetryAfter
from antiphon.headers.vary import Vary
from antiphon.headers.www_authenticate import Challenge


class FieldSteps:
    """A step for every typed field but those that a status may oblige a response to have."""

    __slots__ = ()

    def _with_field(self, name: str, value: str, depth: int) -> Self:
        """A draft with one field line more; `depth` frames above this one is the user's own call."""
        raise NotImplementedError

    def _refuse_field(self, name: str, error: FieldError, depth: int) -> NoReturn:
        """Raise what a user gets for a value that its field does not admit; `depth` as in `_with_field`."""
        raise NotImplementedError

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
        given: tuple[tuple[str, type[Field], object], ...] = (
            ("Allow", Allow, allow),
            ("Cache-Control", CacheControl, cache_control),
            ("Content-Range", ContentRange, content_range),
            ("ETag", ETag, etag),
            ("Location", Location, location),
            ("Retry-After", RetryAfter, retry_after),
            ("Vary", Vary, vary),
            ("WWW-Authenticate", Challenge, www_authenticate),
        )
        draft = self
        for name, field, value in given:
            if value is not None:
                try:
                    typed = convert(field, value)
                except FieldError as error:
                    self._refuse_field(name, error, 2)
                draft = draft._with_field(name, typed.encode().decode("latin-1"), 2)
        return draft

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
        try:
            value = CacheControl(
                public=public,
                private=private,
                no_cache=no_cache,
                must_understand=must_understand,
                no_store=no_store,
                max_age=max_age,
                s_maxage=s_maxage,
                must_revalidate=must_revalidate,
                proxy_revalidate=proxy_revalidate,
                stale_while_revalidate=stale_while_revalidate,
                stale_if_error=stale_if_error,
                no_transform=no_transform,
                immutable=immutable,
                extensions=extensions,
            )
        except FieldError as error:
            self._refuse_field("Cache-Control", error, 2)
        return self._with_field("Cache-Control", value.encode().decode("latin-1"), 2)

    def etag(self, tag: str, *, weak: bool = False) -> Self:
        """ETag (RFC 9110 section 8.8.3): which version of the representation this is."""
        try:
            value = ETag(tag, weak=weak)
        except FieldError as error:
            self._refuse_field("ETag", error, 2)
        return self._with_field("ETag", value.encode().decode("latin-1"), 2)

    def retry_after(self, delay: int | timedelta | datetime) -> Self:
        """Retry-After (RFC 9110 section 10.2.3): when to ask again."""
        try:
            value = RetryAfter(delay)
        except FieldError as error:
            self._refuse_field("Retry-After", error, 2)
        return self._with_field("Retry-After", value.encode().decode("latin-1"), 2)

    def vary(self, *field_names: str) -> Self:
        """Vary (RFC 9110 section 12.5.5): the request fields that the response was chosen by."""
        try:
            value = Vary(*field_names)
        except FieldError as error:
            self._refuse_field("Vary", error, 2)
        return self._with_field("Vary", value.encode().decode("latin-1"), 2)


class ObligedFieldSteps(FieldSteps):
    """The steps of the fields that a status may oblige a response to have."""

    __slots__ = ()

    def _allowing(self, codes: tuple[str, ...], because: str, depth: int) -> Self:
        """A draft with these findings accepted; `depth` as in `_with_field`."""
        raise NotImplementedError

    def allow(self, *values: str, because: str | None = None) -> Self:
        """Allow (RFC 9110 section 10.2.1): the methods that the resource supports.

        With `because`, the values are codes of findings that are accepted for that reason.
        """
        if because is not None:
            return self._allowing(values, because, 2)
        try:
            value = Allow(*values)
        except FieldError as error:
            self._refuse_field("Allow", error, 2)
        return self._with_field("Allow", value.encode().decode("latin-1"), 2)

    def content_range(self, value: ContentRange | str) -> Self:
        """Content-Range (RFC 9110 section 14.4): which part of the representation this is."""
        try:
            value = convert(ContentRange, value)
        except FieldError as error:
            self._refuse_field("Content-Range", error, 2)
        return self._with_field("Content-Range", value.encode().decode("latin-1"), 2)

    def location(self, target: Location | str) -> Self:
        """Location (RFC 9110 section 10.2.2): where to go next, or where the new resource is."""
        try:
            value = convert(Location, target)
        except FieldError as error:
            self._refuse_field("Location", error, 2)
        return self._with_field("Location", value.encode().decode("latin-1"), 2)

    def www_authenticate(self, challenge: Challenge | str) -> Self:
        """WWW-Authenticate (RFC 9110 section 11.6.1): how to ask again with credentials.

        Each call adds a line.
        """
        try:
            value = convert(Challenge, challenge)
        except FieldError as error:
            self._refuse_field("WWW-Authenticate", error, 2)
        return self._with_field("WWW-Authenticate", value.encode().decode("latin-1"), 2)

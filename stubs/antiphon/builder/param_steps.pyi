# Written by `nox -s generate` from src; do not edit.
"""The steps that add one param each. Only the compiler knows its keyword: see `antiphon stubs`.

Type checkers let every keyword pass until a stub says which there are; a `Params` class needs none. A type that admits
None makes its param optional: left out, the field or cookie is left out. A value is written by its field and its type
(docs/reference/params.md); `encode` is the function that writes one whose type has no text form.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, Generic, Literal, TypeVar

from typing_extensions import TypeForm

from antiphon.builder.bodiless_draft import BodilessDraft, RedirectDraft
from antiphon.builder.draft import Draft
from antiphon.builder.specified import MISSING
from antiphon.builder.steps import ResponseDraft
from antiphon.compiler.compiled import Unnamed
from antiphon.runtime.cookie_codecs.text import CookieText

S = TypeVar("S", bound=int, covariant=True)
C = TypeVar("C")
R = TypeVar("R", covariant=True)

class DraftParamSteps(ResponseDraft, Generic[S, C, R]):
    """Values that vary with each call, one keyword parameter at a time."""

    __slots__ = ()

    def header_param(
        self,
        name: str,
        type: TypeForm[object] = str,
        *,
        wire: str | None = None,
        default: object = MISSING,
        encode: Callable[[Any], str] | None = None,
    ) -> Draft[S, C, R, [Unnamed]]:
        """A param that fills a field: `wire`, or its type's own, or the one named after it."""

    def cookie_param(
        self,
        name: str,
        type: TypeForm[object] = str,
        *,
        wire: str | None = None,
        default: object = MISSING,
        encode: Callable[[Any], str] | CookieText | None = None,
        same_site: Literal["lax", "strict", "none"] = "lax",
        secure: Literal[True] = True,
        max_age: int | timedelta | None = None,
        expires: datetime | None = None,
        http_only: bool = True,
        domain: str | None = None,
        path: str = "/",
        partitioned: bool = False,
    ) -> Draft[S, C, R, [Unnamed]]:
        """A param that is the value of a cookie which is sent over HTTPS only: `wire`, or the one named after it.

        `max_age` is in seconds; `expires` an aware datetime.
        """

    def insecure_cookie_param(
        self,
        name: str,
        type: TypeForm[object] = str,
        *,
        wire: str | None = None,
        default: object = MISSING,
        encode: Callable[[Any], str] | CookieText | None = None,
        same_site: Literal["lax", "strict"] = "lax",
        max_age: int | timedelta | None = None,
        expires: datetime | None = None,
        http_only: bool = True,
        domain: str | None = None,
        path: str = "/",
    ) -> Draft[S, C, R, [Unnamed]]:
        """A param that is the value of a cookie which also travels over plain HTTP. SameSite=None is not on offer.

        `max_age` is in seconds; `expires` an aware datetime.
        """

    def host_cookie_param(
        self,
        name: str,
        type: TypeForm[object] = str,
        *,
        wire: str | None = None,
        default: object = MISSING,
        encode: Callable[[Any], str] | CookieText | None = None,
        same_site: Literal["lax", "strict", "none"] = "lax",
        max_age: int | timedelta | None = None,
        expires: datetime | None = None,
        http_only: bool = True,
        partitioned: bool = False,
    ) -> Draft[S, C, R, [Unnamed]]:
        """A param that is the value of a `__Host-` cookie: the prefix is added, Secure and Path=/ are set.

        `max_age` is in seconds; `expires` an aware datetime.
        """

    def placeholder_param(
        self,
        name: str,
        type: TypeForm[object] = str,
        *,
        wire: str | None = None,
        default: object = MISSING,
        encode: Callable[[Any], str] | None = None,
    ) -> Draft[S, C, R, [Unnamed]]:
        """A param that fills a placeholder of a template, such as `.location("/users/{user_id}")`.

        The placeholder is `wire`, or the one of the param's name. The value is text, a number, a UUID or a member of an
        enumeration of them; it is percent-encoded and stays in its segment of the path or its value of the query.
        """

class BodilessDraftParamSteps(ResponseDraft, Generic[S]):
    """Values that vary with each call, one keyword parameter at a time."""

    __slots__ = ()

    def header_param(
        self,
        name: str,
        type: TypeForm[object] = str,
        *,
        wire: str | None = None,
        default: object = MISSING,
        encode: Callable[[Any], str] | None = None,
    ) -> BodilessDraft[S, [Unnamed]]:
        """A param that fills a field: `wire`, or its type's own, or the one named after it."""

    def cookie_param(
        self,
        name: str,
        type: TypeForm[object] = str,
        *,
        wire: str | None = None,
        default: object = MISSING,
        encode: Callable[[Any], str] | CookieText | None = None,
        same_site: Literal["lax", "strict", "none"] = "lax",
        secure: Literal[True] = True,
        max_age: int | timedelta | None = None,
        expires: datetime | None = None,
        http_only: bool = True,
        domain: str | None = None,
        path: str = "/",
        partitioned: bool = False,
    ) -> BodilessDraft[S, [Unnamed]]:
        """A param that is the value of a cookie which is sent over HTTPS only: `wire`, or the one named after it.

        `max_age` is in seconds; `expires` an aware datetime.
        """

    def insecure_cookie_param(
        self,
        name: str,
        type: TypeForm[object] = str,
        *,
        wire: str | None = None,
        default: object = MISSING,
        encode: Callable[[Any], str] | CookieText | None = None,
        same_site: Literal["lax", "strict"] = "lax",
        max_age: int | timedelta | None = None,
        expires: datetime | None = None,
        http_only: bool = True,
        domain: str | None = None,
        path: str = "/",
    ) -> BodilessDraft[S, [Unnamed]]:
        """A param that is the value of a cookie which also travels over plain HTTP. SameSite=None is not on offer.

        `max_age` is in seconds; `expires` an aware datetime.
        """

    def host_cookie_param(
        self,
        name: str,
        type: TypeForm[object] = str,
        *,
        wire: str | None = None,
        default: object = MISSING,
        encode: Callable[[Any], str] | CookieText | None = None,
        same_site: Literal["lax", "strict", "none"] = "lax",
        max_age: int | timedelta | None = None,
        expires: datetime | None = None,
        http_only: bool = True,
        partitioned: bool = False,
    ) -> BodilessDraft[S, [Unnamed]]:
        """A param that is the value of a `__Host-` cookie: the prefix is added, Secure and Path=/ are set.

        `max_age` is in seconds; `expires` an aware datetime.
        """

    def placeholder_param(
        self,
        name: str,
        type: TypeForm[object] = str,
        *,
        wire: str | None = None,
        default: object = MISSING,
        encode: Callable[[Any], str] | None = None,
    ) -> BodilessDraft[S, [Unnamed]]:
        """A param that fills a placeholder of a template, such as `.location("/users/{user_id}")`.

        The placeholder is `wire`, or the one of the param's name. The value is text, a number, a UUID or a member of an
        enumeration of them; it is percent-encoded and stays in its segment of the path or its value of the query.
        """

class RedirectDraftParamSteps(ResponseDraft, Generic[S]):
    """Values that vary with each call, one keyword parameter at a time."""

    __slots__ = ()

    def header_param(
        self,
        name: str,
        type: TypeForm[object] = str,
        *,
        wire: str | None = None,
        default: object = MISSING,
        encode: Callable[[Any], str] | None = None,
    ) -> RedirectDraft[S, [Unnamed]]:
        """A param that fills a field: `wire`, or its type's own, or the one named after it."""

    def cookie_param(
        self,
        name: str,
        type: TypeForm[object] = str,
        *,
        wire: str | None = None,
        default: object = MISSING,
        encode: Callable[[Any], str] | CookieText | None = None,
        same_site: Literal["lax", "strict", "none"] = "lax",
        secure: Literal[True] = True,
        max_age: int | timedelta | None = None,
        expires: datetime | None = None,
        http_only: bool = True,
        domain: str | None = None,
        path: str = "/",
        partitioned: bool = False,
    ) -> RedirectDraft[S, [Unnamed]]:
        """A param that is the value of a cookie which is sent over HTTPS only: `wire`, or the one named after it.

        `max_age` is in seconds; `expires` an aware datetime.
        """

    def insecure_cookie_param(
        self,
        name: str,
        type: TypeForm[object] = str,
        *,
        wire: str | None = None,
        default: object = MISSING,
        encode: Callable[[Any], str] | CookieText | None = None,
        same_site: Literal["lax", "strict"] = "lax",
        max_age: int | timedelta | None = None,
        expires: datetime | None = None,
        http_only: bool = True,
        domain: str | None = None,
        path: str = "/",
    ) -> RedirectDraft[S, [Unnamed]]:
        """A param that is the value of a cookie which also travels over plain HTTP. SameSite=None is not on offer.

        `max_age` is in seconds; `expires` an aware datetime.
        """

    def host_cookie_param(
        self,
        name: str,
        type: TypeForm[object] = str,
        *,
        wire: str | None = None,
        default: object = MISSING,
        encode: Callable[[Any], str] | CookieText | None = None,
        same_site: Literal["lax", "strict", "none"] = "lax",
        max_age: int | timedelta | None = None,
        expires: datetime | None = None,
        http_only: bool = True,
        partitioned: bool = False,
    ) -> RedirectDraft[S, [Unnamed]]:
        """A param that is the value of a `__Host-` cookie: the prefix is added, Secure and Path=/ are set.

        `max_age` is in seconds; `expires` an aware datetime.
        """

    def placeholder_param(
        self,
        name: str,
        type: TypeForm[object] = str,
        *,
        wire: str | None = None,
        default: object = MISSING,
        encode: Callable[[Any], str] | None = None,
    ) -> RedirectDraft[S, [Unnamed]]:
        """A param that fills a placeholder of a template, such as `.location("/users/{user_id}")`.

        The placeholder is `wire`, or the one of the param's name. The value is text, a number, a UUID or a member of an
        enumeration of them; it is percent-encoded and stays in its segment of the path or its value of the query.
        """

# Written by `nox -s generate`; do not edit.
"""The steps that add one param each. Only the compiler knows its keyword: see `antiphon stubs`.

Type checkers let every keyword pass until a stub says which there are; a `Params` class needs none. A type that admits
None makes its param optional: left out, the field or cookie is left out. A value is written by its field and its type
(docs/reference/params.md); `encode` is the function that writes one whose type has no text form.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar

from antiphon.builder.cookie_arguments import cookie_spec
from antiphon.builder.draft_state import DraftState
from antiphon.builder.one_param import with_param
from antiphon.builder.param_declaration import Specifier
from antiphon.builder.specified import MISSING
from antiphon.builder.steps import ResponseDraft
from antiphon.diagnostics.call_site import caller
from antiphon.runtime.cookie_codecs.text import CookieText

if TYPE_CHECKING:
    from typing_extensions import TypeForm

    from antiphon.builder.bodiless_draft import BodilessDraft, RedirectDraft
    from antiphon.builder.draft import Draft
    from antiphon.compiler.compiled import Unnamed

S = TypeVar("S", bound=int, covariant=True)  # noqa: PLC0105 - as checkers print it
C = TypeVar("C")
R = TypeVar("R", covariant=True)  # noqa: PLC0105 - as checkers print it


def _draft_in(name: str, state: DraftState) -> Any:
    """The draft of that class in this state; the classes are defined upon these steps, so they are not there yet."""
    from antiphon import builder

    return getattr(builder, name)(state)


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
        call_site = caller()
        added = with_param(self, name, type, Specifier(wire, None, "", call_site, encode=encode), default)
        made: Draft[S, C, R, [Unnamed]] = _draft_in("Draft", added)
        return made

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
        call_site = caller()
        spec = cookie_spec(
            wire or name, None, call_site, secure=secure, same_site=same_site,
            max_age=max_age, expires=expires, http_only=http_only, domain=domain, path=path, partitioned=partitioned,
        )  # fmt: skip
        added = with_param(self, name, type, Specifier(wire, spec, "", call_site, encode=encode), default)
        made: Draft[S, C, R, [Unnamed]] = _draft_in("Draft", added)
        return made

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
        call_site = caller()
        spec = cookie_spec(
            wire or name, None, call_site, secure=None, same_site=same_site,
            max_age=max_age, expires=expires, http_only=http_only, domain=domain, path=path, partitioned=False,
        )  # fmt: skip
        added = with_param(self, name, type, Specifier(wire, spec, "", call_site, encode=encode), default)
        made: Draft[S, C, R, [Unnamed]] = _draft_in("Draft", added)
        return made

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
        call_site = caller()
        spec = cookie_spec(
            wire or name, None, call_site, secure=True, same_site=same_site,
            max_age=max_age, expires=expires, http_only=http_only, domain=None, path="/", partitioned=partitioned,
        )  # fmt: skip
        added = with_param(self, name, type, Specifier(wire, spec, "__Host-", call_site, encode=encode), default)
        made: Draft[S, C, R, [Unnamed]] = _draft_in("Draft", added)
        return made

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
        call_site = caller()
        filled = Specifier(wire, None, "", call_site, placeholder=True, encode=encode)
        added = with_param(self, name, type, filled, default)
        made: Draft[S, C, R, [Unnamed]] = _draft_in("Draft", added)
        return made


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
        call_site = caller()
        added = with_param(self, name, type, Specifier(wire, None, "", call_site, encode=encode), default)
        made: BodilessDraft[S, [Unnamed]] = _draft_in("BodilessDraft", added)
        return made

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
        call_site = caller()
        spec = cookie_spec(
            wire or name, None, call_site, secure=secure, same_site=same_site,
            max_age=max_age, expires=expires, http_only=http_only, domain=domain, path=path, partitioned=partitioned,
        )  # fmt: skip
        added = with_param(self, name, type, Specifier(wire, spec, "", call_site, encode=encode), default)
        made: BodilessDraft[S, [Unnamed]] = _draft_in("BodilessDraft", added)
        return made

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
        call_site = caller()
        spec = cookie_spec(
            wire or name, None, call_site, secure=None, same_site=same_site,
            max_age=max_age, expires=expires, http_only=http_only, domain=domain, path=path, partitioned=False,
        )  # fmt: skip
        added = with_param(self, name, type, Specifier(wire, spec, "", call_site, encode=encode), default)
        made: BodilessDraft[S, [Unnamed]] = _draft_in("BodilessDraft", added)
        return made

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
        call_site = caller()
        spec = cookie_spec(
            wire or name, None, call_site, secure=True, same_site=same_site,
            max_age=max_age, expires=expires, http_only=http_only, domain=None, path="/", partitioned=partitioned,
        )  # fmt: skip
        added = with_param(self, name, type, Specifier(wire, spec, "__Host-", call_site, encode=encode), default)
        made: BodilessDraft[S, [Unnamed]] = _draft_in("BodilessDraft", added)
        return made

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
        call_site = caller()
        filled = Specifier(wire, None, "", call_site, placeholder=True, encode=encode)
        added = with_param(self, name, type, filled, default)
        made: BodilessDraft[S, [Unnamed]] = _draft_in("BodilessDraft", added)
        return made


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
        call_site = caller()
        added = with_param(self, name, type, Specifier(wire, None, "", call_site, encode=encode), default)
        made: RedirectDraft[S, [Unnamed]] = _draft_in("RedirectDraft", added)
        return made

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
        call_site = caller()
        spec = cookie_spec(
            wire or name, None, call_site, secure=secure, same_site=same_site,
            max_age=max_age, expires=expires, http_only=http_only, domain=domain, path=path, partitioned=partitioned,
        )  # fmt: skip
        added = with_param(self, name, type, Specifier(wire, spec, "", call_site, encode=encode), default)
        made: RedirectDraft[S, [Unnamed]] = _draft_in("RedirectDraft", added)
        return made

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
        call_site = caller()
        spec = cookie_spec(
            wire or name, None, call_site, secure=None, same_site=same_site,
            max_age=max_age, expires=expires, http_only=http_only, domain=domain, path=path, partitioned=False,
        )  # fmt: skip
        added = with_param(self, name, type, Specifier(wire, spec, "", call_site, encode=encode), default)
        made: RedirectDraft[S, [Unnamed]] = _draft_in("RedirectDraft", added)
        return made

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
        call_site = caller()
        spec = cookie_spec(
            wire or name, None, call_site, secure=True, same_site=same_site,
            max_age=max_age, expires=expires, http_only=http_only, domain=None, path="/", partitioned=partitioned,
        )  # fmt: skip
        added = with_param(self, name, type, Specifier(wire, spec, "__Host-", call_site, encode=encode), default)
        made: RedirectDraft[S, [Unnamed]] = _draft_in("RedirectDraft", added)
        return made

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
        call_site = caller()
        filled = Specifier(wire, None, "", call_site, placeholder=True, encode=encode)
        added = with_param(self, name, type, filled, default)
        made: RedirectDraft[S, [Unnamed]] = _draft_in("RedirectDraft", added)
        return made

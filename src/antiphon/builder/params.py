"""Params: the values that vary from one response to the next, declared as a class (PEP 681).

    class CreatedParams(Params):
        location: Location
        session: str = host_cookie(max_age=timedelta(hours=1))

No metaclass and no Annotated: mypy, pyright, ty and pyrefly all check such a class and the calls inside it.
"""

from __future__ import annotations

import dataclasses
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar, dataclass_transform

from antiphon.builder.class_body import declared_params
from antiphon.builder.cookie_specifiers import cookie, host_cookie, insecure_cookie
from antiphon.builder.param_declaration import ParamDeclaration, Specifier
from antiphon.builder.specified import MISSING, E, T, specified
from antiphon.diagnostics.call_site import CallSite, caller

if TYPE_CHECKING:
    from antiphon.responses.starlette_classes import BackgroundTask


def header(name: str | None = None, *, default: T = MISSING, encode: Callable[[E], str] | None = None) -> T | E:
    """A param that fills a field. Without a name, the field is named after the param: `retry_after` is Retry-After.

    A default of None makes the param optional: left out, the field is left out. `encode` writes values of a type that
    has no one text form, such as a bool; its text is held to the field's grammar with each call.
    """
    call_site = caller()
    return specified(Specifier(name, None, "", call_site, encode=encode), default)


def placeholder(name: str | None = None, *, default: T = MISSING, encode: Callable[[E], str] | None = None) -> T | E:
    """A param that fills a placeholder of a template, such as `.location("/users/{user_id}")`.

    The placeholder has the name of the param unless a name is given. The value is text, a number, a UUID, a Literal or
    a member of an enumeration of them, or what `encode` makes text of; it is percent-encoded and stays in its segment
    of the path or its value of the query.
    """
    call_site = caller()
    return specified(Specifier(name, None, "", call_site, placeholder=True, encode=encode), default)


@dataclass_transform(
    kw_only_default=True,
    frozen_default=True,
    field_specifiers=(header, cookie, insecure_cookie, host_cookie, placeholder),
)
class _Root:
    """Carries the transform; a class so decorated is not itself a dataclass (PEP 681), so it declares nothing."""

    __dataclass_transform__: ClassVar[dict[str, Any]]


class Params(_Root):
    """Declares what varies: each attribute becomes a keyword parameter of the compiled response.

    An attribute without a specifier is a header: its type's own field, or the field named after it.
    Params classes inherit from each other; a subclass adds to what its bases declare.
    """

    background: BackgroundTask | None = None
    """The work that follows the response: a keyword of every compiled response, beside its params."""

    antiphon_params: ClassVar[tuple[ParamDeclaration, ...]] = ()

    def __init_subclass__(cls) -> None:
        frame = sys._getframe(1)
        params = declared_params(cls, frame.f_locals, CallSite.of(frame))
        dataclasses.dataclass(frozen=True, kw_only=True)(cls)
        cls.antiphon_params = params


if not TYPE_CHECKING:  # to type checkers the transform makes it one
    dataclasses.dataclass(frozen=True, kw_only=True)(Params)

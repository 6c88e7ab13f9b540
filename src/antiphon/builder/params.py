"""What varies from one response to the next, declared as a class (PEP 681).

    class CreatedParams(Params):
        location: Location
        session: str = host_cookie(max_age=timedelta(hours=1))

No metaclass and no Annotated: mypy, pyright, ty and pyrefly all check such a class and the calls inside it.
"""

from __future__ import annotations

import dataclasses
import inspect
import sys
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any, ClassVar, Literal, NamedTuple, Never, cast, dataclass_transform, get_origin
from urllib.parse import unquote

from typing_extensions import TypeVar  # pydantic brings it; typing's own has no default before Python 3.13

from antiphon.builder.cookie_arguments import cookie_spec
from antiphon.builder.refused import refused
from antiphon.diagnostics.call_site import CallSite, caller
from antiphon.diagnostics.refusals import UNREADABLE
from antiphon.errors import ParamError
from antiphon.runtime.field_text import NoTextForm
from antiphon.runtime.param_types import admits_none, without_none, without_wrappers
from antiphon.runtime.slots import ParamEncoder, cookie_encoder, header_encoder, placeholder_encoder
from antiphon.spec import CookieSpec, HeaderSpec, ParamSpec
from antiphon.spec.default_text import DefaultText
from antiphon.spec.type_name import TypeName

T = TypeVar("T", default=Any)
#: What `encode` takes; nothing where there is none, so that a param's type is then that of its default alone.
E = TypeVar("E", default=Never)
#: Stands where no default is given.
MISSING: Any = object()


class ParamDeclaration(NamedTuple):
    """One declared param with the slot that it fills and the place where it was declared.

    There is no slot for a placeholder: the field with the template has it already.
    """

    spec: ParamSpec
    slot: HeaderSpec | CookieSpec | None
    call_site: CallSite


class Specifier(NamedTuple):
    """What a field specifier or a step remembers until the name and the type of its param are known."""

    name: str | None
    cookie: CookieSpec | None
    prefix: str
    call_site: CallSite
    placeholder: bool = False
    encode: Callable[[Any], str] | None = None


def _field(specifier: Specifier, default: Any) -> Any:
    given = {} if default is MISSING else {"default": default}
    return dataclasses.field(metadata={"antiphon": specifier}, **given)


def header(name: str | None = None, *, default: T = MISSING, encode: Callable[[E], str] | None = None) -> T | E:
    """A param that fills a field. Without a name, the field is named after the param: `retry_after` is Retry-After.

    A default of None makes the param optional: left out, the field is left out. `encode` writes values of a type that
    has no one text form, such as a bool; its text is held to the field's grammar with each call.
    """
    call_site = caller()
    return cast("T | E", _field(Specifier(name, None, "", call_site, encode=encode), default))


def cookie(
    name: str | None = None,
    *,
    default: T = MISSING,
    encode: Callable[[E], str] | None = None,
    same_site: Literal["lax", "strict", "none"] = "lax",
    max_age: int | timedelta | None = None,
    expires: datetime | None = None,
    http_only: bool = True,
    domain: str | None = None,
    path: str = "/",
    partitioned: bool = False,
) -> T | E:
    """A param that is the value of a Secure cookie, named after the param unless a name is given.

    `max_age` is in seconds. A default of None makes the param optional: left out, the cookie is left out. `encode`
    writes values of a type that has no one text form; its text is held to what a cookie can carry with each call.
    """
    call_site = caller()
    spec = cookie_spec(
        name or "", None, call_site, secure=True, same_site=same_site, max_age=max_age, expires=expires,
        http_only=http_only, domain=domain, path=path, partitioned=partitioned,
    )  # fmt: skip
    return cast("T | E", _field(Specifier(name, spec, "", call_site, encode=encode), default))


def insecure_cookie(
    name: str | None = None,
    *,
    default: T = MISSING,
    encode: Callable[[E], str] | None = None,
    same_site: Literal["lax", "strict"] = "lax",
    max_age: int | timedelta | None = None,
    expires: datetime | None = None,
    http_only: bool = True,
    domain: str | None = None,
    path: str = "/",
) -> T | E:
    """A param that is the value of a cookie which also travels over plain HTTP. SameSite=None is not on offer.

    `max_age` is in seconds. A default of None makes the param optional: left out, the cookie is left out. `encode`
    writes values of a type that has no one text form; its text is held to what a cookie can carry with each call.
    """
    call_site = caller()
    spec = cookie_spec(
        name or "", None, call_site, secure=None, same_site=same_site, max_age=max_age, expires=expires,
        http_only=http_only, domain=domain, path=path, partitioned=False,
    )  # fmt: skip
    return cast("T | E", _field(Specifier(name, spec, "", call_site, encode=encode), default))


def host_cookie(
    name: str | None = None,
    *,
    default: T = MISSING,
    encode: Callable[[E], str] | None = None,
    same_site: Literal["lax", "strict", "none"] = "lax",
    max_age: int | timedelta | None = None,
    expires: datetime | None = None,
    http_only: bool = True,
    partitioned: bool = False,
) -> T | E:
    """A param that is the value of a `__Host-` cookie: the prefix is added, Secure and Path=/ are set.

    `max_age` is in seconds. A default of None makes the param optional: left out, the cookie is left out. `encode`
    writes values of a type that has no one text form; its text is held to what a cookie can carry with each call.
    """
    call_site = caller()
    spec = cookie_spec(
        name or "", None, call_site, secure=True, same_site=same_site, max_age=max_age, expires=expires,
        http_only=http_only, domain=None, path="/", partitioned=partitioned,
    )  # fmt: skip
    return cast("T | E", _field(Specifier(name, spec, "__Host-", call_site, encode=encode), default))


def placeholder(name: str | None = None, *, default: T = MISSING, encode: Callable[[E], str] | None = None) -> T | E:
    """A param that fills a placeholder of a template, such as `.location("/users/{user_id}")`.

    The placeholder has the name of the param unless a name is given. The value is text, a number, a UUID, a Literal or
    a member of an enumeration of them, or what `encode` makes text of; it is percent-encoded and stays in its segment
    of the path or its value of the query.
    """
    call_site = caller()
    return cast("T | E", _field(Specifier(name, None, "", call_site, placeholder=True, encode=encode), default))


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

    antiphon_params: ClassVar[tuple[ParamDeclaration, ...]] = ()

    def __init_subclass__(cls) -> None:
        frame = sys._getframe(1)
        params = declared_params(cls, frame.f_locals, CallSite.of(frame))
        dataclasses.dataclass(frozen=True, kw_only=True)(cls)
        cls.antiphon_params = params


def declared_params(cls: type, names: Mapping[str, Any], call_site: CallSite) -> tuple[ParamDeclaration, ...]:
    """What a class and its bases declare, the bases' first. `names` are those in sight of the class statement.

    Raises SpecError for an annotation that cannot be read at run time.
    """
    bases = (
        # What a class of antiphon's own declares is judged with the user's class statement, and so found there.
        param._replace(call_site=call_site) if "_is_base" in vars(base) else param
        for base in reversed(cls.__mro__[1:])
        for param in base.__dict__.get("antiphon_params", ())
    )
    inherited = {param.spec.name: param for param in bases}
    return tuple((inherited | _declared(cls, names, call_site)).values())


def _declared(cls: type, names: Mapping[str, Any], call_site: CallSite) -> dict[str, ParamDeclaration]:
    """The params of the class body itself, by name."""
    try:
        annotations = inspect.get_annotations(cls, locals=dict(names), eval_str=True)
    except Exception as error:  # noqa: BLE001 - whatever a user's annotation raises is reported with its place
        what = f"the annotations of {cls.__qualname__} cannot be read: {error}"
        raise refused(what, "params", "", call_site, UNREADABLE) from None
    found = {}
    for name, annotation in annotations.items():
        origin_of_annotation: object = get_origin(annotation)
        if origin_of_annotation is ClassVar:
            continue
        field = cls.__dict__.get(name, dataclasses.MISSING)
        specifier = field.metadata.get("antiphon") if isinstance(field, dataclasses.Field) else None
        if isinstance(field, dataclasses.Field) and specifier is None:
            continue  # the content of a reply
        default = field.default if isinstance(field, dataclasses.Field) else field
        found[name] = param(name, annotation, specifier or Specifier(None, None, "", call_site), default)
    return found


def param(name: str, annotation: Any, specifier: Specifier, default: object) -> ParamDeclaration:
    """The param of that name and type, once both are known.

    Raises SpecError for a default that its field or cookie cannot carry. A type that has no text form is left to the
    rules, which find it when the response is judged (AN015).
    """
    declared = _declaration(name, annotation, specifier)
    if default is dataclasses.MISSING:
        return declared
    if default is None:
        if declared.spec.optional:
            return declared
        what = f"the default of {name!r} is None, which its type does not admit"
        raise refused(
            what, "params", f"annotate it `{name}: ... | None`, or leave the default out", specifier.call_site
        )
    try:
        encoder = encoder_of(declared)
        octets = encoder.check(default).decode("latin-1")
        text = octets if encoder.field else unquote(octets)  # a placeholder's text is percent-encoded where it stands
    except NoTextForm:
        text = ""
    except ParamError as error:
        raise refused(f"the default of {name!r} {error.what}", "params", error.help, specifier.call_site) from None
    members: dict[str, Any] = {**dict(declared.spec), "default": DefaultText.of(text, default)}
    return declared._replace(spec=ParamSpec(**members))


def _declaration(name: str, annotation: Any, specifier: Specifier) -> ParamDeclaration:
    """The param without its default."""
    filled: HeaderSpec | CookieSpec | None = None
    fills: Literal["header", "cookie", "placeholder"]
    if specifier.encode is not None and not callable(specifier.encode):
        what = f"the `encode` of {name!r} is {type(specifier.encode).__qualname__}, and not a function"
        raise refused(what, "params", "give a function that takes the value and returns its text", specifier.call_site)
    if specifier.placeholder:
        wire, fills = specifier.name or name, "placeholder"
    elif specifier.cookie is None:
        types = without_none(annotation)
        own_name = getattr(types[0], "field_name", None) if len(types) == 1 else None
        wire, fills = specifier.name or own_name or name.replace("_", "-").title(), "header"
        filled = HeaderSpec(name=wire)
    else:
        wire, fills = specifier.prefix + (specifier.name or name), "cookie"
        declared: dict[str, Any] = {**dict(specifier.cookie), "name": wire}
        filled = CookieSpec(**declared)
    spec = ParamSpec(
        name=name,
        fills=fills,
        slot=wire,
        type=TypeName.of(without_wrappers(annotation)),
        optional=admits_none(annotation),
        encode=None if specifier.encode is None else TypeName.of(specifier.encode),
    )
    return ParamDeclaration(spec, filled, specifier.call_site)


def encoder_of(declared: ParamDeclaration) -> ParamEncoder:
    """The param as the compiler sees it. Raises NoTextForm."""
    if declared.slot is None:
        return placeholder_encoder(declared.spec, "segment")
    if isinstance(declared.slot, CookieSpec):
        return cookie_encoder(declared.spec, declared.slot)
    return header_encoder(declared.spec)

# Written by `nox -s generate` from src; do not edit.
"""What varies from one response to the next, declared as a class (PEP 681).

    class CreatedParams(Params):
        location: Location
        session: str = host_cookie(max_age=timedelta(hours=1))

No metaclass and no Annotated: mypy, pyright, ty and pyrefly all check such a class and the calls inside it.
"""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any, ClassVar, Literal, NamedTuple, Never, dataclass_transform

from typing_extensions import TypeVar

from antiphon.diagnostics.call_site import CallSite
from antiphon.runtime.slots import ParamEncoder
from antiphon.spec import CookieSpec, HeaderSpec, ParamSpec

T = TypeVar("T", default=Any)
E = TypeVar("E", default=Never)
MISSING: Any

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

def header(name: str | None = None, *, default: T = MISSING, encode: Callable[[E], str] | None = None) -> T | E:
    """A param that fills a field. Without a name, the field is named after the param: `retry_after` is Retry-After.

    A default of None makes the param optional: left out, the field is left out. `encode` writes values of a type that
    has no one text form, such as a bool; its text is held to the field's grammar with each call.
    """

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

def placeholder(name: str | None = None, *, default: T = MISSING, encode: Callable[[E], str] | None = None) -> T | E:
    """A param that fills a placeholder of a template, such as `.location("/users/{user_id}")`.

    The placeholder has the name of the param unless a name is given. The value is text, a number, a UUID, a Literal or
    a member of an enumeration of them, or what `encode` makes text of; it is percent-encoded and stays in its segment
    of the path or its value of the query.
    """

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

    antiphon_params: ClassVar[tuple[ParamDeclaration, ...]]

    def __init_subclass__(cls) -> None: ...

def declared_params(cls: type, names: Mapping[str, Any], call_site: CallSite) -> tuple[ParamDeclaration, ...]:
    """What a class and its bases declare, the bases' first. `names` are those in sight of the class statement.

    Raises SpecError for an annotation that cannot be read at run time.
    """

def param(name: str, annotation: Any, specifier: Specifier, default: object) -> ParamDeclaration:
    """The param of that name and type, once both are known.

    Raises SpecError for a default that its field or cookie cannot carry. A type that has no text form is left to the
    rules, which find it when the response is judged (AN015).
    """

def encoder_of(declared: ParamDeclaration) -> ParamEncoder:
    """The param as the compiler sees it. Raises NoTextForm."""

"""How a class statement becomes a response: what every declared reply stands on."""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Iterable, Mapping
from typing import Any, ClassVar, TypeVar, cast, dataclass_transform, get_args

from antiphon.bodies import BodySpec, EmptyBody, RedirectBody
from antiphon.builder.body import json as json_body
from antiphon.builder.steps import Fragment, Parts, ResponseDraft
from antiphon.compiler import lower
from antiphon.door import admit
from antiphon.errors import SpecError
from antiphon.origin import Origin
from antiphon.params import cookie, declared_params, header, host_cookie, insecure_cookie
from antiphon.responses import Response
from antiphon.spec import HeaderSpec, ResponseSpec, SiteSpec
from antiphon.status import REDIRECTS

T = TypeVar("T")


def content_field(*, kw_only: bool = False) -> Any:
    """The field that holds a reply's content: the one that is given by position."""
    return dataclasses.field(kw_only=kw_only)


@dataclass_transform(
    kw_only_default=True,
    frozen_default=True,
    eq_default=False,
    field_specifiers=(header, cookie, insecure_cookie, host_cookie, content_field),
)
class ReplyRoot(Response[Any, Any]):
    """Carries the transform; a class so decorated is not itself a dataclass (PEP 681), so it declares no field."""

    __dataclass_transform__: ClassVar[dict[str, Any]]
    spec: ClassVar[ResponseSpec]
    """The description that the class statement makes."""
    _declared: ClassVar[tuple[tuple[HeaderSpec, Origin], ...]] = ()
    _site: ClassVar[SiteSpec | None] = None
    _fragments: ClassVar[tuple[Fragment, ...]] = ()

    def __class_getitem__(cls, item: Any) -> Any:
        """`Reply[User]` keeps the content's type until the class statement around it is complete."""
        return types.GenericAlias(cls, item)


def field_lines(origin: Origin, /, **given: Any) -> tuple[HeaderSpec, ...]:
    """The field lines of a class statement's keywords. Raises SpecError at the statement for a value that is wrong."""
    try:
        return Fragment(Parts(status=200)).headers(**given)._parts.headers
    except SpecError as error:
        position = origin.position()
        found = [dataclasses.replace(diagnostic, position=position) for diagnostic in error.diagnostics]
    raise SpecError(found)


def declare(
    cls: type[ReplyRoot],
    origin: Origin,
    names: Mapping[str, Any],
    *,
    status: int | None,
    media_type: str | None,
    fields: Iterable[HeaderSpec],
    add: Fragment | tuple[Fragment, ...],
    site: SiteSpec | None,
) -> None:
    """What a class statement means: its spec, judged and compiled. Raises SpecError with every error-level finding.

    A class whose content is still a type variable is a base for others: it hands its declarations down.
    """
    cls._declared = (*cls._declared, *((line, origin) for line in fields))
    cls._fragments = (*cls._fragments, *(add if isinstance(add, tuple) else (add,)))
    cls._site = site or cls._site
    if status is not None:
        cls.status_code = status
    if media_type is not None:
        cls.media_type = media_type
    params = declared_params(cls, names, origin)
    for name in [name for name, value in cls.__dict__.items() if isinstance(value, dataclasses.Field)]:
        delattr(cls, name)
    cast("Any", cls).antiphon_params = params
    model = _content_type(cls)
    if isinstance(model, TypeVar) or cls.__module__ == "antiphon.reply":
        return
    body: BodySpec
    if model is None:
        body = RedirectBody() if cls.status_code in REDIRECTS else EmptyBody()
    else:
        media_type = cls.media_type or "application/json"
        body = json_body(model, media_type, "error", 2)
    draft = ResponseDraft(Parts(status=cls.status_code, body=body, origins=(("status", origin), ("body", origin))))
    for line, where in cls._declared:
        draft = draft._with_header(line, where)
    draft = ResponseDraft(draft._with_parameters(params))
    for fragment in cls._fragments:
        draft = draft.add(fragment)
    draft = draft._with(description=(cls.__doc__ or "").strip(), site=cls._site)
    cls.spec = draft.spec()
    origins = {"": origin, **dict(draft._parts.origins)}

    def make() -> Any:
        lowered = lower(cls.spec, name=cls.__qualname__, reply=cls)
        content = {"content": lowered.content.annotation} if lowered.content else {}
        lowered.init.__annotations__ = {
            **content,
            **{slot.name: slot.annotation for slot in lowered.slots},
            "return": None,
        }
        return lowered.init

    init = admit(cls.spec, make, name=cls.__name__, origins=origins)
    init.__name__, init.__qualname__ = "__init__", f"{cls.__qualname__}.__init__"
    cast("Any", cls).__init__ = init
    cast("Any", cls).__match_args__ = () if model is None else ("content",)


def _content_type(cls: type) -> Any:
    """The type that stands in `Reply[...]` somewhere above the class; None for a reply without content."""
    for base in cls.__mro__:
        for written in base.__dict__.get("__orig_bases__", ()):
            arguments = get_args(written)
            if arguments and isinstance(written, types.GenericAlias) and issubclass(written.__origin__, ReplyRoot):
                return arguments[0]
    return None

"""Problem types (RFC 9457): one class is the type's URI, its title, its status and its members.

class OutOfStock(ProblemReply, type="https://shop.example/problems/out-of-stock", title="Out of stock", status=409):
    article: str


raise OutOfStock(article="a1", detail="The last one was sold an hour ago")
"""

from __future__ import annotations

import dataclasses
import functools
import inspect
import re
import types
from collections.abc import Mapping
from copy import copy
from typing import TYPE_CHECKING, Any, ClassVar, Literal, Never, get_origin

import msgspec

from antiphon.builder.class_body import TAKEN_NAMES, annotations_of
from antiphon.builder.refused import refused
from antiphon.diagnostics.call_site import CallSite
from antiphon.diagnostics.refusals import PROBLEM_TYPE, TAKEN_NAME
from antiphon.reply.class_keywords import ProblemTypeReply
from antiphon.reply.filled import FilledOnSending
from antiphon.reply.raisable import Raisable
from antiphon.reply.written_init import written_init
from antiphon.responses import JSONResponse
from antiphon.runtime.content.problem import Problem

#: Every problem type that was declared, by its URI.
_TYPES: dict[str, type[ProblemReply]] = {}

#: The scheme and the rest of an absolute URI (RFC 3986 section 4.3), without what URIs never hold.
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[!#$%&'()*+,\-./0-9:;=?@A-Z_\[\]a-z~]+")

_STANDARD = ("type", "title", "status")


def _words(name: str) -> str:
    """The title of a class that gives none: its name in words."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", name).capitalize()


def _members_of(cls: Any, names: Mapping[str, Any], call_site: CallSite) -> dict[str, tuple[Any, Any]]:
    """The members that a class body declares, each with its type and its default; they are taken out of the body."""
    found = {}
    for name, annotation in annotations_of(cls, names, call_site).items():
        value = cls.__dict__.get(name, dataclasses.MISSING)
        if annotation is ClassVar or get_origin(annotation) is ClassVar or isinstance(value, dataclasses.Field):
            continue
        if name in _STANDARD:
            what = f"{cls.__name__} declares the member {name!r}, which every problem has"
            raise refused(what, name, f"give it as a keyword of the statement: `{name}=...`", call_site, PROBLEM_TYPE)
        if name in TAKEN_NAMES:
            what = f"{cls.__name__} declares {name!r}, and a response has a {name!r} already"
            raise refused(what, "params", f"give it another name, such as `own_{name}`", call_site, TAKEN_NAME)
        found[name] = (annotation, value)
        del cls.__annotations__[name]
        if value is not dataclasses.MISSING:
            delattr(cls, name)
    return found


def _content_of(cls: type[ProblemReply], members: Mapping[str, Any]) -> Problem:
    """The content of a problem type, from its members."""
    return cls.content_type(**members)


def _content_type(cls: Any) -> type[Problem]:
    """The Problem with the members of a class; its type and title are always sent."""
    annotations: dict[str, Any] = {"type": Literal[cls.type_uri], "title": Literal[cls.title]}
    body: dict[str, Any] = {"__module__": cls.__module__, "__doc__": cls.__doc__, "__annotations__": annotations}
    # pickle finds the class of the reply, which has the same name.
    body["__reduce__"] = lambda content: (_content_of, (cls, msgspec.structs.asdict(content)))
    for name, (annotation, default) in cls._members.items():
        if name in ("detail", "instance"):
            continue  # which Problem has
        annotations[name] = annotation
        if default is not dataclasses.MISSING:
            # None is left out; any other default is a value that clients read. Of a factory msgspec leaves nothing out.
            body[name] = None if default is None else msgspec.field(default_factory=functools.partial(copy, default))
    made: type[Problem] = types.new_class(
        cls.__name__, (Problem,), {"frozen": True, "omit_defaults": True}, lambda namespace: namespace.update(body)
    )
    return made


def _init_with_members(cls: Any) -> Any:
    """The `__init__` of a problem type: members and params by keyword; the compiled one takes the content."""
    compiled, content_type, uri, title = cls.__init__, cls.content_type, cls.type_uri, cls.title
    members = tuple(cls._members)

    def construct(self: Any, **given: Any) -> None:
        own = {name: given.pop(name) for name in members if name in given}
        content = content_type(type=uri, title=title, **own)
        compiled(self, content, **given)
        for name in members:
            setattr(self, name, getattr(content, name))

    keyword, empty = inspect.Parameter.KEYWORD_ONLY, inspect.Parameter.empty
    shown = [inspect.Parameter("self", inspect.Parameter.POSITIONAL_OR_KEYWORD)]
    for name, (annotation, default) in cls._members.items():
        value = empty if default is dataclasses.MISSING else default
        shown.append(inspect.Parameter(name, keyword, annotation=annotation, default=value))
    shown += list(inspect.signature(compiled).parameters.values())[2:]
    return written_init(construct, cls, shown)


class ProblemReply(FilledOnSending, JSONResponse[int, Problem], ProblemTypeReply, Raisable):  # pyright: ignore[reportIncompatibleVariableOverride]  # as Reply
    """A response that is one type of problem: `type=` is its URI, `title=` says what it is, `status=` what is sent.

    Each annotation of the class body is a member of the content, and a keyword of the constructor; params have
    specifiers, such as `header()`. A class without `type=` is a base, whose members its types have as well.
    The class statement raises SpecError for a URI that is another type's.
    """

    detail: str | None = None
    """An explanation of this occurrence."""
    instance: str | None = None
    """A URI reference that identifies this occurrence."""
    if TYPE_CHECKING:

        def __init__(self, *, declare_a_class: Never) -> None: ...

    type_uri: ClassVar[str]
    """The URI of the type."""
    title: ClassVar[str]
    """A short summary of the type, the same for each occurrence."""
    content_type: ClassVar[type[Problem]]
    """The type of the content: a Problem with the members of the class."""
    member_names: ClassVar[tuple[str, ...]] = ()
    """The members of the class's own, without those that every problem has."""
    media_type = "application/problem+json"
    _is_base: ClassVar[bool] = True
    _members: ClassVar[Mapping[str, tuple[Any, Any]]] = {}

    @classmethod
    def _begin(cls, names: Mapping[str, Any], options: Mapping[str, Any], call_site: CallSite, /) -> None:
        cls._members = {**cls._members, **_members_of(cls, names, call_site)}
        cls.member_names = tuple(name for name in cls._members if name not in ("detail", "instance"))
        uri = options.get("type")
        if uri is None:
            cls._is_base = True
            return
        other = _TYPES.get(uri)
        if other is not None and (other.__module__, other.__qualname__) != (cls.__module__, cls.__qualname__):
            what = f"{uri} is the type of {other.__qualname__} ({other.__module__}) already"
            raise refused(what, "type", "give each type of problem a URI of its own", call_site, PROBLEM_TYPE)
        if not isinstance(uri, str) or not _ABSOLUTE.fullmatch(uri):
            what = f"the type {uri!r} is not an absolute URI"
            raise refused(what, "type", "", call_site, PROBLEM_TYPE)
        cls.type_uri = uri
        cls.title = options.get("title") or _words(cls.__name__)
        cls.content_type = _content_type(cls)
        own: Any = cls
        own.__orig_bases__ = (types.GenericAlias(ProblemReply, (cls.content_type,)),)  # as `Reply[...]` leaves it

    @classmethod
    def _finish(cls) -> None:
        own: Any = cls
        own.__init__ = _init_with_members(cls)
        type.__setattr__(cls, "__match_args__", ())
        _TYPES[cls.type_uri] = cls


def problem_types() -> tuple[type[ProblemReply], ...]:
    """Every problem type that was declared, in the order of their URIs."""
    return tuple(_TYPES[uri] for uri in sorted(_TYPES))

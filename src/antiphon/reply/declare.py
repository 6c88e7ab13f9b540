"""Turn the class statement of a declared reply into a compiled response."""

from __future__ import annotations

import dataclasses
import inspect
import types
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, ClassVar, Literal, Never, TypeVar, dataclass_transform, get_args, get_origin

from antiphon.builder.body import json as json_body
from antiphon.builder.class_body import annotated_names, declared_params, refuse_taken_names
from antiphon.builder.cookie_specifiers import cookie, host_cookie, insecure_cookie
from antiphon.builder.draft_state import DraftState
from antiphon.builder.param_declaration import ParamDeclaration
from antiphon.builder.params import header, placeholder
from antiphon.builder.refused import refused, validated
from antiphon.builder.steps import Fragment, ResponseDraft
from antiphon.compiler.compiler import compile_constructor
from antiphon.compiler.judged import judge_and_compile
from antiphon.diagnostics.call_site import CallSite
from antiphon.diagnostics.refusals import NO_CONTENT_TYPE, STATUS_KIND
from antiphon.http.status import REDIRECTS, may_carry_content
from antiphon.reply.as_declared import SentAsDeclared, send_as_declared
from antiphon.reply.fixed import Sent, fixed, fixed_lines, is_fixed
from antiphon.responses import JSONResponse
from antiphon.runtime.content.validation import Validate
from antiphon.spec import Allowance, HeaderSpec, ResponseSpec, SiteSpec
from antiphon.spec.bodies import BodySpec
from antiphon.spec.json_options import JSONOptions

T = TypeVar("T")


def content_field(*, kw_only: bool = False) -> Any:
    """The field that holds a reply's content: the one that is given by position."""
    return dataclasses.field(kw_only=kw_only)


def _only_declared(self: Any, *_content: Any, **_params: Any) -> None:
    """The `__init__` of the classes that others derive from. Raises TypeError."""
    raise TypeError(f"declare a response of your own: class ...({type(self).__name__}...)")


#: The signature of such a class to type checkers, who know so that it is only derived from.
_DECLARED_ALONE: Any = _only_declared
_DECLARED_ALONE.__name__ = "__init__"
_DECLARED_ALONE.__signature__ = inspect.Signature(
    [
        inspect.Parameter("self", inspect.Parameter.POSITIONAL_OR_KEYWORD),
        inspect.Parameter("declare_a_class", inspect.Parameter.KEYWORD_ONLY, annotation=Never),
    ]
)


@dataclass_transform(
    kw_only_default=True,
    frozen_default=True,
    eq_default=False,
    field_specifiers=(header, cookie, insecure_cookie, host_cookie, placeholder, fixed, content_field),
)
class ReplyRoot(SentAsDeclared):
    """Carries the transform; a class so decorated is not itself a dataclass (PEP 681), so it declares no field."""

    if TYPE_CHECKING:

        def __init__(self, *, declare_a_class: Never) -> None: ...

    else:
        __init__ = _only_declared
    __dataclass_transform__: ClassVar[dict[str, Any]]
    antiphon_params: ClassVar[tuple[ParamDeclaration, ...]]
    """The params, in the order of the constructor's parameters."""
    spec: ClassVar[ResponseSpec]
    """The description that the class statement makes."""
    _declared: ClassVar[tuple[tuple[HeaderSpec, CallSite], ...]] = ()
    _site: ClassVar[SiteSpec | None] = None
    _is_base: ClassVar[bool]
    """Set in the body of each class that only others derive from: it makes no response of its own."""
    _status: ClassVar[int]
    """The status of a class that says none; `status_code` is that of a class that makes responses."""
    _status_said: ClassVar[str] = "status=409"
    """How a class statement says its status, in advice."""
    _kind: ClassVar[Literal["content", "bodiless", "redirect"]] = "content"
    _validate: ClassVar[Validate] = "never"
    _media_type: ClassVar[str | None] = None
    _options: ClassVar[Mapping[str, Any]] = MappingProxyType({})
    """The keywords of the class statement that its kind of body alone has."""
    _fragments: ClassVar[tuple[Fragment, ...]] = ()
    _allowances: ClassVar[tuple[tuple[Allowance, CallSite], ...]] = ()

    @classmethod
    def _body_spec(cls, model: Any, call_site: CallSite, /) -> BodySpec:
        """The body of a class whose type argument is that, or None: JSON, unless a kind of reply says otherwise."""
        if model is None:
            what = f"{cls.__name__} does not say what its content is"
            kind = cls.__base__.__name__ if cls.__base__ else "Reply"
            advice = f"write `class {cls.__name__}({kind}[User])`; a response without content is a Bodiless"
            raise refused(what, "body", advice, call_site, NO_CONTENT_TYPE)
        given = None if cls.media_type == JSONResponse.media_type else cls.media_type
        options = {name: value for name, value in cls._options.items() if name in JSONOptions.model_fields}
        return json_body(model, cls._media_type or given, "error", cls._validate, call_site, **options)

    @classmethod
    def _begin(cls, names: Mapping[str, Any], options: Mapping[str, Any], call_site: CallSite, /) -> None:
        """Called before anything is read of the class body, for a kind of reply that reads it in its own way."""

    @classmethod
    def _finish(cls) -> None:
        """Called when the class can make responses, for a kind of reply that makes them in its own way."""

    def __class_getitem__(cls, item: Any) -> Any:
        """`Reply[User]` keeps the content's type until the class statement around it is complete."""
        return types.GenericAlias(cls, item)


def field_lines(call_site: CallSite, /, **given: Any) -> tuple[HeaderSpec, ...]:
    """The field lines of a class statement's keywords. Raises SpecError at the statement for a value that is wrong."""
    return Fragment(DraftState(ResponseSpec(status=200)))._fields(given, call_site)._state.spec.headers


def _allowances(accepted: Mapping[str, str] | None, call_site: CallSite) -> list[Allowance]:
    """The findings that a class statement accepts, each with its reason."""
    if accepted is not None and not isinstance(accepted, Mapping):
        what = f"accepted_findings is {type(accepted).__qualname__}, where codes are given with their reasons"
        raise refused(what, "allowances", 'give a dict such as {"CK081": "moving the cookie to /app"}', call_site)
    return [
        validated(Allowance, "allowances", call_site, code=code, because=because)
        for code, because in (accepted or {}).items()
    ]


def _kind_of(status: int) -> str:
    return "redirect" if status in REDIRECTS else "content" if may_carry_content(status) else "bodiless"


def declare(
    cls: Any,  # a class of replies, whose instance attributes are set on it here
    call_site: CallSite,
    names: Mapping[str, Any],
    *,
    status: int | None,
    media_type: str | None,
    validate: Validate | None,
    fields: Iterable[HeaderSpec],
    add: Fragment | tuple[Fragment, ...],
    site: SiteSpec | None,
    accepted: Mapping[str, str] | None,
    options: Mapping[str, Any] = MappingProxyType({}),
) -> None:
    """Build the spec of a class statement, check it and compile it. Raises SpecError with every error-level finding.

    A class whose content is still a type variable is a base for others: its subclasses inherit its declarations.
    """
    if "_is_base" not in cls.__dict__:
        refuse_taken_names(cls, ReplyRoot, call_site)
    cls._begin(names, options, call_site)
    cls._declared = (*cls._declared, *((line, call_site) for line in fields))
    cls._fragments = (*cls._fragments, *(add if isinstance(add, tuple) else (add,)))
    cls._site = site or cls._site
    cls._allowances = (*cls._allowances, *((one, call_site) for one in _allowances(accepted, call_site)))
    _set_status(cls, status, call_site)
    if media_type is not None:
        cls.media_type = cls._media_type = media_type
    cls._validate = validate or cls._validate
    cls._options = {**cls._options, **{name: value for name, value in options.items() if value is not None}}
    params = _params(cls, names, call_site, {line.name.lower() for line in fields})
    cls.antiphon_params = params
    model = _content_type(cls)
    if "_is_base" in cls.__dict__:
        cls.__init__ = _only_declared
        return
    _be_no_dataclass(cls)
    if hasattr(cls, "_status"):
        cls.status_code = cls._status
    if isinstance(model, TypeVar):
        return
    if not hasattr(cls, "status_code"):
        what = f"{cls.__name__} does not say its status"
        raise refused(what, "status", f"write `class {cls.__name__}(..., {cls._status_said})`", call_site, STATUS_KIND)
    body = cls._body_spec(model, call_site)
    if cls._kind == "content":
        cls.media_type = getattr(body, "media_type", cls.media_type) or None
    state = _drafted(cls, params, body, call_site)
    cls.spec = state.spec
    places = {"": call_site, **dict(state.call_sites)}

    # Where findings are only collected, a refused class gets a constructor that raises.
    cls.__init__ = judge_and_compile(
        cls.spec, lambda: compile_constructor(cls.spec, cls), name=cls.__name__, call_sites=places
    )
    plan = body.plan(cls.status_code)
    send_as_declared(cls, cls.status_code, carried=plan.is_carried, empty=plan.is_empty)
    type.__setattr__(cls, "__match_args__", ("content",) if cls._kind == "content" else ())
    cls._finish()


def _be_no_dataclass(cls: type) -> None:
    """Take back what a Params class among the bases brings: it is frozen and shows its values; a response does not."""
    for name in ("__setattr__", "__delattr__", "__eq__", "__hash__", "__repr__"):
        if "__dataclass_params__" in vars(next(base for base in cls.__mro__ if name in vars(base))):
            setattr(cls, name, getattr(object, name))


def _params(cls: Any, names: Mapping[str, Any], call_site: CallSite, given: set[str]) -> tuple[ParamDeclaration, ...]:
    """The params of a class, without those of its bases that it fixes in its body or as a keyword of its statement."""
    inherited = {param.spec.name: param for base in cls.__mro__[1:] for param in getattr(base, "antiphon_params", ())}
    lines = fixed_lines(cls, names, call_site, inherited)
    own = annotated_names(cls) - lines.keys()
    kept, filled = [], set()
    for param in declared_params(cls, names, call_site):
        name, slot = param.spec.name, param.spec.slot
        if name in own:
            filled.add(slot.lower())
        elif name in lines or (param.spec.fills == "header" and slot.lower() in given) or is_fixed(cls, name):
            setattr(cls, name, Sent(slot))
            continue
        kept.append(param)
    for name in [name for name, value in vars(cls).items() if isinstance(value, dataclasses.Field)]:
        if name in lines:
            setattr(cls, name, Sent(lines[name][0][0].name))
        else:
            delattr(cls, name)
    # A field that a base fixed, or gave as a keyword, is no longer fixed where it is a param of this class.
    declared = [(line, where) for line, where in cls._declared if line.name.lower() not in filled or where is call_site]
    cls._declared = (*declared, *(line for listed in lines.values() for line in listed))
    return tuple(kept)


def _drafted(cls: Any, params: tuple[ParamDeclaration, ...], body: BodySpec, call_site: CallSite) -> DraftState:
    """The draft with the declarations of the class."""
    draft = ResponseDraft(
        DraftState(ResponseSpec(status=cls.status_code, body=body), (("status", call_site), ("body", call_site)))
    )
    for line, where in cls._declared:
        draft = draft._with_header(line, where)
    draft = ResponseDraft(draft._with_parameters(params))
    for fragment in cls._fragments:
        draft = draft._add(fragment, call_site)
    for allowance, where in cls._allowances:
        draft = ResponseDraft(draft._state.extended("allowances", allowance, where))
    return draft._with(description=inspect.cleandoc(cls.__doc__ or ""), site=cls._site)._state


def _set_status(cls: Any, status: int | None, call_site: CallSite) -> None:
    """Keep the status that a class statement says, in the brackets or as a keyword. Raises SpecError."""
    said = _status_argument(cls)
    if said is not None and status is not None and said != status:
        what = f"the status is {said!r} in the brackets and {status!r} as a keyword"
        raise refused(what, "status", "say it once", call_site)
    status = status if said is None else said
    if status is not None:
        if not isinstance(status, int) or isinstance(status, bool) or _kind_of(status) != cls._kind:
            what = f"{status!r} is not a status of this kind of reply"
            raise refused(what, "status", "", call_site, STATUS_KIND)
        cls._status = int(status)  # http.HTTPStatus is one, too


def _status_argument(cls: type) -> Any:
    """The status in `Reply[User, Literal[201]]`, of the class statement or of one that it derives from, or None.

    Type checkers read it there, so a subclass keeps it.
    """
    for base in cls.__mro__:
        for written in base.__dict__.get("__orig_bases__", ()):
            generic, arguments = get_origin(written), get_args(written)
            replies = isinstance(generic, type) and issubclass(generic, ReplyRoot)
            if replies and len(arguments) > 1 and get_origin(arguments[1]) is Literal:
                return get_args(arguments[1])[0]
    return None


def _content_type(cls: type) -> Any:
    """The type argument of `Reply[...]` among the bases of the class; None for a reply without content."""
    for base in cls.__mro__:
        for written in base.__dict__.get("__orig_bases__", ()):
            generic: Any = get_origin(written)
            if isinstance(generic, type) and issubclass(generic, ReplyRoot):
                return get_args(written)[0]
    return None

# Written by `nox -s generate` from src; do not edit.
"""Turn the class statement of a declared reply into a compiled response."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, ClassVar, Never, TypeVar, dataclass_transform

from antiphon.builder.cookie_specifiers import cookie, host_cookie, insecure_cookie
from antiphon.builder.param_declaration import ParamDeclaration
from antiphon.builder.params import header, placeholder
from antiphon.builder.steps import Fragment
from antiphon.diagnostics.call_site import CallSite
from antiphon.reply.as_declared import SentAsDeclared
from antiphon.reply.fixed import fixed
from antiphon.runtime.content.validation import Validate
from antiphon.spec import HeaderSpec, ResponseSpec, SiteSpec

T = TypeVar("T")

def content_field(*, kw_only: bool = False) -> Any:
    """The field that holds a reply's content: the one that is given by position."""

@dataclass_transform(
    kw_only_default=True,
    frozen_default=True,
    eq_default=False,
    field_specifiers=(header, cookie, insecure_cookie, host_cookie, placeholder, fixed, content_field),
)
class ReplyRoot(SentAsDeclared):
    """Carries the transform; a class so decorated is not itself a dataclass (PEP 681), so it declares no field."""

    def __init__(self, *, declare_a_class: Never) -> None: ...
    __dataclass_transform__: ClassVar[dict[str, Any]]
    antiphon_params: ClassVar[tuple[ParamDeclaration, ...]]
    """The params, in the order of the constructor's parameters."""
    spec: ClassVar[ResponseSpec]
    """The description that the class statement makes."""

    def __class_getitem__(cls, item: Any) -> Any:
        """`Reply[User]` keeps the content's type until the class statement around it is complete."""

def field_lines(call_site: CallSite, /, **given: Any) -> tuple[HeaderSpec, ...]:
    """The field lines of a class statement's keywords. Raises SpecError at the statement for a value that is wrong."""

def declare(
    cls: Any,
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

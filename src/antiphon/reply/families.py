"""Replies whose status is given with each call: one class for all of 4XX, of 5XX, or of the errors.

class Refused(FamilyReply[Problem], family="4XX"): ...


return Refused(Problem(title="No tea"), status=418)
"""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Never, TypeVar

from antiphon.builder.class_body import annotations_of
from antiphon.builder.refused import refused
from antiphon.compiler.compiler import compile_constructor
from antiphon.diagnostics.call_site import CallSite
from antiphon.diagnostics.refusals import STATUS_KIND
from antiphon.errors import Fault, ParamError, error_of
from antiphon.http.status import FAMILIES
from antiphon.reply.class_keywords import StatusFamilyReply
from antiphon.reply.declare import content_field
from antiphon.reply.written_init import written_init
from antiphon.responses import JSONResponse
from antiphon.rules.check import check

if TYPE_CHECKING:
    from antiphon.runtime.content.types import JSONContent

Serializable = TypeVar("Serializable", bound="JSONContent")


def _init_with_status(cls: Any) -> Any:
    """The `__init__` of a family: the keyword `status`, and what the constructor of each status takes."""
    made = cls._made

    def construct(self: Any, *content: Any, status: int, **given: Any) -> None:
        make = made.get(status) if isinstance(status, int) else None  # 404.0 has the hash of 404
        if make is None:
            make = made[status] = family_constructor(cls, status)
        make(self, *content, **given)
        self.status = status

    status = inspect.Parameter("status", inspect.Parameter.KEYWORD_ONLY, annotation=int)
    shown = list(inspect.signature(cls.__init__).parameters.values())
    before = sum(one.kind is not one.KEYWORD_ONLY for one in shown)
    return written_init(construct, cls, [*shown[:before], status, *shown[before:]])


def family_constructor(cls: Any, status: Any) -> Any:
    """The constructor of a family's class for one status, made when that status is first given.

    Raises ParamError for a status that the class cannot have.
    """
    family = cls._family
    if not isinstance(status, int) or isinstance(status, bool) or status not in FAMILIES[family]:
        last = FAMILIES[family].stop - 1
        raise ParamError(
            "status",
            f"{status!r} is not a status of {family}",
            help=f"give a status from {FAMILIES[family].start} to {last}",
            cite="RFC 9110 section 15",
        )
    spec = cls.spec.model_copy(update={"status": int(status), "family": None})
    errors = [found for found in check(spec) if found.level == "error"]
    if errors:
        raise error_of("status", (Fault(one.message, one.code, one.help, one.citation) for one in errors))
    return compile_constructor(spec, cls)


class FamilyReply(JSONResponse[int, Serializable], StatusFamilyReply, Generic[Serializable]):  # pyright: ignore[reportIncompatibleVariableOverride]  # as Reply
    """A response with JSON content whose status is given with each call, and documented as a family.

    ParamError for a status that is not of the family, or that demands a field which the class does not have.
    """

    content: Serializable = content_field(kw_only=False)
    """The content, as it was given."""
    status: int
    """The status of this response."""
    if TYPE_CHECKING:

        def __init__(self, *, declare_a_class: Never) -> None: ...

    _is_base: ClassVar[bool] = True
    _made: ClassVar[dict[int, Any]]
    _family: ClassVar[str | None] = None
    _status_said: ClassVar[str] = 'family="4XX"'

    @classmethod
    def _begin(cls, names: Mapping[str, Any], options: Mapping[str, Any], call_site: CallSite, /) -> None:
        if "status" in annotations_of(cls, names, call_site):
            del cls.__annotations__["status"]  # it is not a field line
        family = options.get("family") or cls._family
        if family is None:
            return
        if family not in FAMILIES:
            what = f"{family!r} is not a family of statuses"
            raise refused(what, "family", 'give "4XX", "5XX" or "default"', call_site, STATUS_KIND)
        cls._family = family
        cls._status = FAMILIES[family].start

    @classmethod
    def _finish(cls) -> None:
        own: Any = cls
        own.spec = cls.spec.model_copy(update={"family": cls._family})
        own._made = {}
        own.__init__ = _init_with_status(cls)

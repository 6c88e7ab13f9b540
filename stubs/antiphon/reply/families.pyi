# Written by `nox -s generate` from src; do not edit.
"""Replies whose status is given with each call: one class for all of 4XX, of 5XX, or of the errors.

class Refused(FamilyReply[Problem], family="4XX"): ...


return Refused(Problem(title="No tea"), status=418)
"""

from typing import Any, Generic, Never, TypeVar

from antiphon.reply.class_keywords import StatusFamilyReply
from antiphon.reply.declare import content_field
from antiphon.responses import JSONResponse
from antiphon.runtime.content.types import JSONContent

Serializable = TypeVar("Serializable", bound="JSONContent")

def family_constructor(cls: Any, status: Any) -> Any:
    """The constructor of a family's class for one status, made when that status is first given.

    Raises ParamError for a status that the class cannot have.
    """

class FamilyReply(JSONResponse[int, Serializable], StatusFamilyReply, Generic[Serializable]):
    """A response with JSON content whose status is given with each call, and documented as a family.

    ParamError for a status that is not of the family, or that demands a field which the class does not have.
    """

    content: Serializable = content_field(kw_only=False)
    """The content, as it was given."""
    status: int
    """The status of this response."""

    def __init__(self, *, declare_a_class: Never) -> None: ...

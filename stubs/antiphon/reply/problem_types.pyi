# Written by `nox -s generate` from src; do not edit.
"""Problem types (RFC 9457): one class is the type's URI, its title, its status and its members.

class OutOfStock(ProblemReply, type="https://shop.example/problems/out-of-stock", title="Out of stock", status=409):
    article: str


raise OutOfStock(article="a1", detail="The last one was sold an hour ago")
"""

from typing import ClassVar, Never

from antiphon.reply.class_keywords import ProblemTypeReply
from antiphon.reply.filled import FilledOnSending
from antiphon.reply.raisable import Raisable
from antiphon.responses import JSONResponse
from antiphon.runtime.content.problem import Problem

class ProblemReply(FilledOnSending, JSONResponse[int, Problem], ProblemTypeReply, Raisable):
    """A response that is one type of problem: `type=` is its URI, `title=` says what it is, `status=` what is sent.

    Each annotation of the class body is a member of the content, and a keyword of the constructor; params have
    specifiers, such as `header()`. A class without `type=` is a base, whose members its types have as well.
    The class statement raises SpecError for a URI that is another type's.
    """

    detail: str | None = None
    """An explanation of this occurrence."""
    instance: str | None = None
    """A URI reference that identifies this occurrence."""

    def __init__(self, *, declare_a_class: Never) -> None: ...
    type_uri: ClassVar[str]
    """The URI of the type."""
    title: ClassVar[str]
    """A short summary of the type, the same for each occurrence."""
    content_type: ClassVar[type[Problem]]
    """The type of the content: a Problem with the members of the class."""
    member_names: ClassVar[tuple[str, ...]]
    """The members of the class's own, without those that every problem has."""

def problem_types() -> tuple[type[ProblemReply], ...]:
    """Every problem type that was declared, in the order of their URIs."""

# Written by `nox -s generate` from src; do not edit.
"""Rules: a check of a response, together with the texts of its page."""

from collections.abc import Callable, Iterable
from typing import Literal, NamedTuple, TypeAlias

from antiphon.diagnostics.diagnostic import Level
from antiphon.rules.example_type import Example
from antiphon.rules.parts import ResponseParts
from antiphon.spec import ResponseSpec

CaptureLevel: TypeAlias = Level | Literal["silent"]

class Finding(NamedTuple):
    """One thing that a rule has to say: where in the spec, and what is wrong there.

    `level` is given where this finding weighs more or less than the rule's others, and `in_captures` where it weighs
    less in a response that antiphon did not build. `help` is given where this finding has one of its own.
    """

    path: str
    message: str
    level: Level | None = None
    in_captures: CaptureLevel | None = None
    help: str = ""

LEVELS: tuple[CaptureLevel, ...]
Check = Callable[[ResponseParts], Iterable[Finding]]

class Rule(NamedTuple):
    """One judgement: its page, its examples, and the function that judges.

    `slug` names the mistake. `doc` is one sentence that says what is right; `why` says what the mistake costs.
    `strict` is the level in the profile `strict`, where that differs.

    A capture is a response that antiphon did not build. `applies_to_captures` is false for a rule about declarations,
    which has nothing to say of one. `in_captures` is the highest level that a finding has there, for what clients take
    as it was meant although no sender should write it so. `in_sources` is that level in source code that other
    frameworks run, for a rule that applies there and not to captures.

    `needs` is the extra of antiphon without which the rule cannot run, and is silent. `url` is the address of the page
    of a rule that a plug-in brings.
    """

    code: str
    slug: str
    level: Level
    citation: str
    doc: str
    why: str
    help: str
    written_bad: Example
    written_good: Example
    check: Check
    strict: Level | None = None
    in_captures: CaptureLevel | None = None
    in_sources: Level | None = None
    applies_to_captures: bool = True
    needs: str | None = None
    url: str = ""

    @property
    def bad(self) -> ResponseSpec:
        """A response that draws this rule and no other error."""

    @property
    def good(self) -> ResponseSpec:
        """One in which nothing is wrong."""

    def is_said(self, *, captured: bool, written: bool = True) -> bool:
        """Whether the rule has anything to say: of a declaration, of a response that was seen, or of source code."""

    def level_of(self, finding: Finding, *, captured: bool = False, written: bool = False) -> Level | None:
        """How grave a finding of this rule is, in a declaration or in a capture; None where it is not said there."""

def rule(
    *,
    code: str,
    level: Level,
    citation: str,
    help: str,
    bad: Example,
    good: Example,
    strict: Level | None = None,
    in_captures: CaptureLevel | None = None,
    in_sources: Level | None = None,
    applies_to_captures: bool = True,
    needs: str | None = None,
    url: str = "",
) -> Callable[[Check], Rule]:
    """Make a rule of a function. Its name is the slug; its docstring is the page: one sentence, then why it hurts."""

def as_response(example: Example) -> ResponseSpec:
    """A part as the smallest response that holds it: a field about the content with content of some kind."""

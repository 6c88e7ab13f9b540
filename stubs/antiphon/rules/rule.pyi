# Written by `nox -s generate` from src; do not edit.
"""What a rule is: a judgement with its page attached."""

import dataclasses
from collections.abc import Callable, Iterable
from typing import NamedTuple

from antiphon.diagnostics.diagnostic import Level
from antiphon.spec import CookieSpec, HeaderSpec, ResponseSpec

class Finding(NamedTuple):
    """One thing that a rule has to say: where in the spec, and what is wrong there.

    `level` is given where this finding weighs more or less than the rule's others.
    """

    path: str
    message: str
    level: Level | None = None

Check = Callable[[ResponseSpec], Iterable[Finding]]
Example = ResponseSpec | CookieSpec | HeaderSpec

@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One judgement: its page, its examples, and the function that judges.

    `slug` names the mistake. `doc` is one sentence that says what is right; `why` says what the mistake costs.
    `strict` is the level in the profile `strict`, where that differs. `on_wire` is false for a rule about declarations,
    which has nothing to say of a response that antiphon did not build.
    """

    code: str
    slug: str
    level: Level
    citation: str
    doc: str
    why: str
    help: str
    bad: ResponseSpec
    good: ResponseSpec
    check: Check
    strict: Level | None = None
    on_wire: bool = True

def rule(
    *,
    code: str,
    level: Level,
    citation: str,
    help: str,
    bad: Example,
    good: Example,
    strict: Level | None = None,
    on_wire: bool = True,
) -> Callable[[Check], Rule]:
    """Make a rule of a function. Its name is the slug; its docstring is the page: one sentence, then why it hurts."""

def as_response(example: Example) -> ResponseSpec:
    """A part as the smallest response that holds it."""

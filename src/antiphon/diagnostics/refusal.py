"""A declaration that cannot even be judged: a step is refused before there is a response that rules could look at."""

from __future__ import annotations

from typing import NamedTuple

from antiphon.diagnostics.call_site import Position
from antiphon.diagnostics.diagnostic import Diagnostic


class Refusal(NamedTuple):
    """One reason for it, with its page: `antiphon rule CODE` prints it, as it prints a rule's.

    `doc` is one sentence that says what is right; `why` says more. `bad` and `good` are lines of Python. A refusal is
    always an error. `accepted` says whether it can be allowed or ignored; of a declaration there is then nothing that
    could be sent.
    """

    code: str
    slug: str
    doc: str
    why: str
    help: str
    citation: str
    bad: str
    good: str
    accepted: str = "It does not judge a response, so it can be neither allowed nor ignored."

    def found(
        self, message: str, *, path: str = "", position: Position | None = None, help: str = "", citation: str = ""
    ) -> Diagnostic:
        """The finding, at a place. Without a help or a citation of its own it has those of the page."""
        return Diagnostic(
            code=self.code,
            slug=self.slug,
            level="error",
            path=path,
            message=message,
            help=help or self.help,
            citation=citation or self.citation,
            position=position,
        )

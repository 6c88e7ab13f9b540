"""Findings that a comment accepts: `# antiphon: ignore[CK052]: the test host is on http`."""

from __future__ import annotations

import dataclasses
import io
import re
import tokenize

from antiphon.diagnostics.diagnostic import Diagnostic

_COMMENT = re.compile(r"#\s*antiphon:\s*ignore\[(?P<codes>[^\]]*)\]", re.IGNORECASE)


@dataclasses.dataclass(slots=True)
class Inline:
    """One comment: its own line, the line that it is about, and the rules that it names. `met`: one was found."""

    line: int
    about: int
    codes: frozenset[str]
    met: bool = False

    def covers(self, found: Diagnostic) -> bool:
        """Whether a finding is accepted here: on a line of the argument that it is about."""
        where = found.position
        if where is None or not self.codes & {found.code, found.slug.upper()}:
            return False
        covered = where.line <= self.about <= (where.end_line or where.line)
        self.met = self.met or covered
        return covered


def inline(text: str) -> list[Inline]:
    """The comments of a source. One that has a line for itself is about the line below."""
    if "antiphon" not in text.lower():
        return []
    found: list[Inline] = []
    try:
        for token in tokenize.generate_tokens(io.StringIO(text, newline=None).readline):
            match = _COMMENT.search(token.string) if token.type == tokenize.COMMENT else None
            if match is not None:
                line = token.start[0]
                alone = not token.line[: token.start[1]].strip()
                codes = frozenset(code.strip().upper().replace("_", "-") for code in match["codes"].split(","))
                found.append(Inline(line, line + alone, codes))
    except (tokenize.TokenError, SyntaxError):  # the parser says what is wrong
        return []
    return found


def accepted(found: Diagnostic, comments: list[Inline]) -> bool:
    """Whether one of the comments accepts a finding; each that does takes note of it."""
    return sum(comment.covers(found) for comment in comments) > 0

"""A source with every edit that makes its finding go away, and brings no other one."""

from __future__ import annotations

import ast
from collections import Counter

from antiphon.diagnostics.diagnostic import Diagnostic
from antiphon.rules.profile import Profile
from antiphon.sources.fixes import FIXES, fixed
from antiphon.sources.read import UnreadableSourceError, judge_source

#: No file has more findings of these rules than that.
_MOST = 500


def mended(source: str, file: str, *, profile: Profile = "default") -> tuple[str, tuple[Diagnostic, ...]]:
    """The source after all edits, and the findings that they answer, in the order in which they were made."""
    done: list[Diagnostic] = []
    tried: set[tuple[str, str]] = set()
    while len(done) < _MOST:
        step = _one(source, file, profile, tried)
        if step is None:
            break
        source, finding = step
        done.append(finding)
    return source, tuple(done)


def _one(source: str, file: str, profile: Profile, tried: set[tuple[str, str]]) -> tuple[str, Diagnostic] | None:
    before = [one.diagnostic for one in judge_source(source, file, profile=profile).found]
    for finding in before:
        key = (finding.code, str(finding.position))
        if finding.code not in FIXES or key in tried:
            continue
        changed = better(source, finding, file, before, profile=profile)
        if changed is not None:
            return changed, finding
        tried.add(key)
    return None


def better(
    source: str, finding: Diagnostic, file: str, before: list[Diagnostic], *, profile: Profile = "default"
) -> str | None:
    """The source with the edit of one finding; None where it would not make it go away, or bring another one."""
    changed = fixed(source, finding.code, finding.position) if finding.position else None
    if changed is None:
        return None
    try:
        ast.parse(changed)
        after = Counter(one.diagnostic.code for one in judge_source(changed, file, profile=profile).found)
    except (SyntaxError, ValueError, UnreadableSourceError):
        return None
    left = Counter(one.code for one in before)
    return changed if after[finding.code] < left[finding.code] and not (after - left) else None

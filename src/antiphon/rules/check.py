"""The judge: every rule over one value."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import TYPE_CHECKING

from antiphon.diagnostics.call_site import CallSite
from antiphon.diagnostics.diagnostic import Diagnostic, Level
from antiphon.rules.parts import ResponseParts
from antiphon.rules.profile import Profile, at_profile
from antiphon.rules.rule import Finding, Rule, as_response
from antiphon.rules.seen import SeenResponse
from antiphon.rules.silence import rules_for

if TYPE_CHECKING:
    from antiphon.rules.example_type import Example

#: So many findings of one rule and level are told one by one; of the others, how many there are.
MOST_OF_A_KIND = 50


def check(
    spec: Example | SeenResponse,
    *,
    call_sites: Mapping[str, CallSite] | None = None,
    profile: Profile = "default",
    captured: bool = False,
    written: bool = False,
) -> tuple[Diagnostic, ...]:
    """The findings about a response, or about one cookie or header, in code order; empty if nothing is wrong.

    `call_sites` says where in the user's code the parts were declared, by path. Findings that the spec allows, with a
    reason, are left out; an allowance that allows nothing is itself a finding. Nothing is raised for a wrong value.
    In the profile `strict` some warnings are errors; each rule's page says so. `captured` is for a response that
    antiphon did not build: rules about declarations are silent, and what clients take as it was meant weighs less.
    `written` is for one whose source is seen beside it, so that all of its fields are the application's own.

    It takes time in proportion to the response. Of one rule and level 50 findings are told, and how many more there
    are.
    """
    response = spec if isinstance(spec, SeenResponse) else as_response(spec)
    allowed = {allowance.code for allowance in response.allowances}
    met: set[str] = set()
    found: list[Diagnostic] = []
    parts = ResponseParts(response, captured=captured)
    for rule in rules_for(response.status, response.method, parts.present(), captured=captured):
        if not rule.is_said(captured=captured, written=written):
            continue
        findings = iter(rule.check(parts))
        first = next(findings, None)
        if first is None:
            continue
        if rule.code in allowed:
            met.add(rule.code)
            continue
        for finding, level in _capped(rule, chain((first,), findings), captured=captured, written=written):
            found.append(_diagnostic(rule, finding, level, call_sites or {}))
    for index, allowance in enumerate(response.allowances):
        if allowance.code not in met:
            from antiphon.rules.declaration.unused_allowance import unused_allowance  # seen responses have none

            unused = Finding(f"allowances[{index}]", f"the allowance for {allowance.code} allows nothing")
            found.append(_diagnostic(unused_allowance, unused, unused_allowance.level, call_sites or {}))
    return at_profile(sorted(found, key=lambda diagnostic: diagnostic.code), profile)


def _capped(
    rule: Rule, findings: Iterable[Finding], *, captured: bool, written: bool
) -> Iterator[tuple[Finding, Level]]:
    """The findings with their levels: the first ones of each level, and one that counts the rest."""
    counts: Counter[Level] = Counter()
    for finding in findings:
        level = rule.level_of(finding, captured=captured, written=written)
        if level is None:
            continue
        counts[level] += 1
        if counts[level] <= MOST_OF_A_KIND:
            yield finding, level
    for level, count in counts.items():
        if (more := count - MOST_OF_A_KIND) > 0:
            yield Finding("", f"and {more} more finding{'s' if more > 1 else ''} of {rule.code}"), level


def _diagnostic(rule: Rule, finding: Finding, level: Level, call_sites: Mapping[str, CallSite]) -> Diagnostic:
    return Diagnostic(
        code=rule.code,
        slug=rule.slug,
        level=level,
        path=finding.path,
        message=finding.message,
        help=finding.help or rule.help,
        citation=rule.citation,
        position=position.position() if (position := _nearest(finding.path, call_sites)) else None,
    )


def _nearest(path: str, call_sites: Mapping[str, CallSite]) -> CallSite | None:
    """The call site of the path itself, or of the nearest part around it."""
    while path and path not in call_sites:
        path = path[: max(path.rfind("."), path.rfind("["), 0)]
    return call_sites.get(path)

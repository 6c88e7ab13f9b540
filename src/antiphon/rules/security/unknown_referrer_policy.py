"""SC009."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.diagnostics.diagnostic import Level
from antiphon.headers.referrer_policy import ReferrerPolicyToken
from antiphon.headers.values.tokens import words
from antiphon.http.expression import expression
from antiphon.http.parsing.pieces import members, shown
from antiphon.rules.examples import HeaderSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule

#: Referrer Policy section 3.
_POLICIES = frozenset(words(ReferrerPolicyToken))

#: Section 8.1: extension-token = 1*( ALPHA / "-" ), which is what a later policy may look like.
_EXTENSION = expression(r"[a-z-]+")


@rule(
    code="SC009",
    level="error",
    citation="Referrer Policy sections 3 and 8.1",
    help="write one of the known policies, such as `no-referrer` or `strict-origin-when-cross-origin`",
    bad=HeaderSpec(name="Referrer-Policy", value="never"),
    good=HeaderSpec(name="Referrer-Policy", value="no-referrer, strict-origin-when-cross-origin"),
)
def unknown_referrer_policy(response: ResponseParts) -> Iterator[Finding]:
    """Referrer-Policy is a list of policies that browsers know; the last one counts.

    For `never`, `none` or `no-referrer;` Chromium 156 falls back to its default, and URLs with what they hold go to
    other sites. A policy that it does not know is passed over for the one in front of it.
    """
    if (line := response.joined("Referrer-Policy")) is None:
        return
    path, value = line
    policies = [policy.lower() for policy in members(value)]
    unknown = [policy for policy in policies if policy not in _POLICIES]
    if len(unknown) == len(policies):
        yield Finding(path, f"Referrer-Policy is {shown(value)}, which no browser knows")
    else:
        for policy in unknown:
            level: Level = "warning" if _EXTENSION.fullmatch(policy) else "error"
            yield Finding(path, f"no browser knows the policy {shown(policy)}", level)

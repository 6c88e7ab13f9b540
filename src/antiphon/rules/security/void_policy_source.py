"""SC007."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.parsing.content_security_policy import (
    SOURCE_LISTS,
    Directive,
    is_nonce_or_hash,
    policies,
    void_parts,
)
from antiphon.http.parsing.pieces import shown
from antiphon.rules.examples import HeaderSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule


@rule(
    code="SC007",
    level="error",
    citation="Content Security Policy Level 3 sections 2.2.1, 2.3.1 and 6.7.3.2",
    help="keep one of the two: `'none'` alone, or the sources",
    bad=HeaderSpec(name="Content-Security-Policy", value="script-src 'none' 'unsafe-inline'"),
    good=HeaderSpec(
        name="Content-Security-Policy", value="script-src 'nonce-kPz7Rw' 'strict-dynamic' 'unsafe-inline' https:"
    ),
)
def void_policy_source(response: ResponseParts) -> Iterator[Finding]:
    """A policy has each directive once, 'none' alone, and nonces and hashes in base64.

    The second directive of a name is ignored, and so is 'none' beside another source: with `'none' 'unsafe-inline'`
    Chromium 156 ran inline scripts. 'unsafe-inline' is ignored beside a nonce or hash; with 'strict-dynamic' it is the
    known fallback for browsers of old, and not judged.
    """
    for path, value in response.values("Content-Security-Policy", "Content-Security-Policy-Report-Only"):
        for directives in policies(value):
            yield from (Finding(path, message) for message in void_parts(directives))
            for directive in directives:
                if directive.name.lower() in SOURCE_LISTS:
                    yield from _fallbacks(path, directive)


def _fallbacks(path: str, directive: Directive) -> Iterator[Finding]:
    name, lowered = directive.name.lower(), [word.lower() for word in directive.words]
    keys = [source for source in directive.words if is_nonce_or_hash(source)]
    if not keys and "'strict-dynamic'" in lowered:
        yield Finding(path, f"in {name}, 'strict-dynamic' trusts no script without a nonce or hash", "warning")
    if keys and "'unsafe-inline'" in lowered and "'strict-dynamic'" not in lowered:
        yield Finding(path, f"in {name}, 'unsafe-inline' is ignored beside {shown(keys[0])}", "warning", "silent")

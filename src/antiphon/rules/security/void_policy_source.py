"""SC007."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.parsing.content_security_policy import (
    SOURCE_LISTS,
    is_nonce_or_hash,
    nonce_or_hash_fault,
    policies,
)
from antiphon.http.parsing.pieces import shown
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule
from antiphon.spec import HeaderSpec


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
            seen: set[str] = set()
            for directive in directives:
                name = directive.name.lower()
                if name in seen:
                    yield Finding(path, f"{name} stands twice in one policy, and the second is ignored")
                elif name in SOURCE_LISTS:
                    yield from _faults(path, name, [word.lower() for word in directive.words], directive.words)
                seen.add(name)


def _faults(path: str, name: str, lowered: list[str], sources: tuple[str, ...]) -> Iterator[Finding]:
    # 'report-sample' is no source, and stands beside 'none' without effect.
    others = [source for source in lowered if source not in ("'none'", "'report-sample'")]
    if "'none'" in lowered and others:
        yield Finding(path, f"in {name}, 'none' is ignored beside {shown(others[0])}")
    keys = [source for source in sources if is_nonce_or_hash(source)]
    for source in keys:
        if fault := nonce_or_hash_fault(source):
            yield Finding(path, f"in {name}, {shown(source)} {fault}")
    if not keys and "'strict-dynamic'" in lowered:
        yield Finding(path, f"in {name}, 'strict-dynamic' trusts no script without a nonce or hash", "warning")
    if keys and "'unsafe-inline'" in lowered and "'strict-dynamic'" not in lowered:
        yield Finding(path, f"in {name}, 'unsafe-inline' is ignored beside {shown(keys[0])}", "warning", "silent")

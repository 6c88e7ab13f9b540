"""Content-Security-Policy taken apart (Content Security Policy Level 3 sections 2.2.1, 2.2.2 and 2.3.1)."""

from __future__ import annotations

import base64
import itertools
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from antiphon.http.expression import expression
from antiphon.http.parsing.pieces import shown

_WORD = expression(r"[^\t\n\f\r ]+")


class Directive(NamedTuple):
    """One directive as it was written: its name, and the words behind it."""

    name: str
    words: tuple[str, ...]


#: Directives whose words are a list of sources (sections 6.1, 6.3 and 6.4; prefetch-src and navigate-to are old).
SOURCE_LISTS = frozenset({
    *("base-uri", "child-src", "connect-src", "default-src", "fenced-frame-src", "font-src", "form-action"),
    *("frame-ancestors", "frame-src", "img-src", "manifest-src", "media-src", "navigate-to", "object-src"),
    *("prefetch-src", "script-src", "script-src-attr", "script-src-elem", "style-src", "style-src-attr"),
    *("style-src-elem", "worker-src"),
})  # fmt: skip
#: Every directive that browsers know or knew.
DIRECTIVES: frozenset[str] = SOURCE_LISTS | {
    *("block-all-mixed-content", "plugin-types", "referrer", "reflected-xss", "report-to", "report-uri"),
    *("require-sri-for", "require-trusted-types-for", "sandbox", "trusted-types", "upgrade-insecure-requests"),
    "webrtc",
}
#: Section 2.3.1, keyword-source, and 'none'; without their quotes.
KEYWORDS = frozenset({
    *("inline-speculation-rules", "none", "report-sample", "report-sha256", "report-sha384", "report-sha512", "self"),
    *("strict-dynamic", "strict-dynamic-url", "trusted-types-eval", "unsafe-allow-redirects", "unsafe-eval"),
    *("unsafe-hashes", "unsafe-inline", "unsafe-webtransport-hashes", "wasm-unsafe-eval"),
})  # fmt: skip
#: The words of trusted-types and require-trusted-types-for, which need quotes as well (Trusted Types section 4.1).
TRUSTED_TYPES_KEYWORDS = frozenset({"allow-duplicates", "none", "script"})

_SCHEME = r"[A-Za-z][A-Za-z0-9+.\-]*"
#: Section 2.3.1: scheme-source, and host-source; an underscore is not a host-char, but every browser takes it.
_SCHEME_SOURCE = expression(rf"{_SCHEME}:")
_HOST_SOURCE = expression(
    rf"(?:{_SCHEME}://)?(?:\*|(?:\*\.)?[A-Za-z0-9_\-]+(?:\.[A-Za-z0-9_\-]+)*\.?)(?::(?:[0-9]+|\*))?"
    r"(?:/(?:[A-Za-z0-9\-._~!$&'()*+=:@/]|%[0-9A-Fa-f]{2})*)?"
)
_NONCE_OR_HASH = expression(r"'(?:nonce|(?:url-|eval-)?sha[0-9]+)-", re.IGNORECASE)
_NONCE = expression(r"'nonce-[A-Za-z0-9+/_\-]+={0,2}'", re.IGNORECASE)
_HASH = expression(r"'(?:url-|eval-)?sha(256|384|512)-([A-Za-z0-9+/_\-]+={0,2})'", re.IGNORECASE)
_UNQUOTED = expression(r"(?:nonce|sha(?:256|384|512))-", re.IGNORECASE)


def policies(value: str) -> Iterator[list[Directive]]:
    """Each policy of a field value, which commas separate, as its directives in order."""
    for policy in value.split(","):
        found = [_WORD.findall(text) for text in policy.split(";")]
        yield [Directive(words[0], tuple(words[1:])) for words in found if words]


def is_nonce_or_hash(source: str) -> bool:
    """Whether a source was meant to be a nonce or a hash."""
    return bool(_NONCE_OR_HASH.match(source))


def nonce_or_hash_fault(source: str) -> str:
    """The fault of a nonce or hash in a few words; empty where it has none."""
    if _NONCE.fullmatch(source):
        return ""
    match = _HASH.fullmatch(source)
    if match is None:
        return "is not a nonce or hash in base64"
    digest = match[2].rstrip("=").replace("-", "+").replace("_", "/")
    if len(digest) % 4 == 1 or len(base64.b64decode(digest + "=" * (-len(digest) % 4))) * 8 != int(match[1]):
        return f"is not as long as a SHA-{match[1]} is"
    return ""


def is_unquoted(source: str) -> bool:
    """Whether a source is a word of policies without its single quotes, so that it is the name of a host."""
    return source.lower() in KEYWORDS or bool(_UNQUOTED.match(source))


def source_fault(source: str) -> str:
    """The fault of a source expression other than a nonce or hash, in a few words; empty where it has none."""
    if source.startswith("'"):
        return "" if source[1:-1].lower() in KEYWORDS and source.endswith("'") else "is not a keyword"
    if is_unquoted(source):
        return "is taken for a host, since it has no single quotes"
    if _SCHEME_SOURCE.fullmatch(source) or _HOST_SOURCE.fullmatch(source):
        return ""
    return "is not a source"


def directive_faults(directive: Directive) -> Iterator[str]:
    """Why browsers ignore a directive, or a source of it; nonces and hashes aside."""
    name = directive.name.lower()
    if not all(word.isascii() for word in (name, *directive.words)):
        yield f"the directive {shown(directive.name)} is not in ASCII, so browsers ignore it"
    elif name not in DIRECTIVES:
        yield f"no browser knows the directive {shown(directive.name)}"
    elif name in SOURCE_LISTS:
        for source in directive.words:
            if not is_nonce_or_hash(source) and (fault := source_fault(source)):
                yield f"in {name}, {shown(source)} {fault}"


def void_parts(directives: Iterable[Directive]) -> Iterator[str]:
    """Ignored parts of one policy: second directives, 'none' beside sources, malformed nonces."""
    seen: set[str] = set()
    for directive in directives:
        name = directive.name.lower()
        if name in seen:
            yield f"{name} is given twice in one policy, and the second is ignored"
        elif name in SOURCE_LISTS:
            lowered = [word.lower() for word in directive.words]
            # 'report-sample' is not a source, and is without effect beside 'none'.
            others = [source for source in lowered if source not in ("'none'", "'report-sample'")]
            if "'none'" in lowered and others:
                yield f"in {name}, 'none' is ignored beside {shown(others[0])}"
            for source in filter(is_nonce_or_hash, directive.words):
                if fault := nonce_or_hash_fault(source):
                    yield f"in {name}, {shown(source)} {fault}"
        seen.add(name)


def policy_fault(value: str) -> str:
    """The first reason why browsers ignore a part of these policies; empty where they obey all."""
    for directives in policies(value):
        faults = itertools.chain(*map(directive_faults, directives), void_parts(directives))
        if (fault := next(faults, None)) is not None:
            return fault
    return ""

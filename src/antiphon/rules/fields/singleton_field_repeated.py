"""HD009."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.singleton_fields import is_singleton
from antiphon.rules.examples import HeaderSpec, ResponseSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import CaptureLevel, Finding, rule

#: Those that rules of their own judge where they are repeated: CR002, ST021, SC004, SC012, SC007 and SC009.
_OTHER_RULES = frozenset((
    "access-control-allow-origin", "content-length", "strict-transport-security", "x-content-type-options",
    "x-frame-options", "cross-origin-embedder-policy", "cross-origin-embedder-policy-report-only",
    "cross-origin-opener-policy", "cross-origin-opener-policy-report-only",
))  # fmt: skip

#: Of which two that differ cost the response.
_FATAL = frozenset({"content-disposition", "content-length", "location"})


@rule(
    code="HD009",
    level="error",
    citation="RFC 9110 section 5.3",
    help="keep one line; whoever reads two may take the first, the last, or neither",
    bad=ResponseSpec(
        status=302,
        headers=(HeaderSpec(name="Location", value="/cart"), HeaderSpec(name="Location", value="/checkout")),
    ),
    good=ResponseSpec(status=302, headers=(HeaderSpec(name="Location", value="/checkout"),)),
)
def singleton_field_repeated(response: ResponseParts) -> Iterator[Finding]:
    """A field that is not a list is sent on one line.

    In Chromium 156 two different Location or Content-Disposition lines are a network error: the page is lost. Of
    other fields it takes the first or the last, and caches and proxies take another.
    """
    seen: dict[str, str | None] = {}
    for path, header in response.headers():
        name = header.name.lower()
        if is_singleton(name) and name not in _OTHER_RULES:
            if name in seen:
                same = header.value is not None and header.value == seen[name]
                weight: CaptureLevel | None = "info" if same else None if name in _FATAL else "warning"
                yield Finding(path, f"{header.name} is given a second time, and it is not a list", in_captures=weight)
            seen.setdefault(name, header.value)

"""CC010."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.parsing.cache_control import ARGUMENTS, REQUEST_ONLY, directives
from antiphon.rules.examples import HeaderSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule

#: Stronger than a directive with field names. Beside one of these, it makes no difference whether that one is read.
_BARRING = frozenset({"no-cache", "no-store", "private"})


@rule(
    code="CC010",
    level="error",
    in_captures="info",
    citation="RFC 9111 sections 5.2.1, 5.2.2.4 and 5.2.2.7",
    help="leave the request's directive out; write `no-cache` and `private` without field names",
    bad=HeaderSpec(name="Cache-Control", value="private=Set-Cookie"),
    good=HeaderSpec(name="Cache-Control", value="private"),
)
def cache_directive_out_of_place(response: ResponseParts) -> Iterator[Finding]:
    """max-stale, min-fresh and only-if-cached are for requests, and field names after no-cache or private need quotes.

    Caches ignore directives that a response cannot have. Few of them understand field names at all: Chromium 156
    ignores `no-cache="x"`, and uses the whole response again without asking.
    """
    found = [directive for _, value in response.values("Cache-Control") for directive in directives(value)]
    barred = any(one.value is None and one.name.lower() in _BARRING for one in found)
    for path, value in response.values("Cache-Control"):
        for directive in directives(value):
            name, names = directive.name.lower(), directive.value
            if name in REQUEST_ONLY:
                yield Finding(path, f"{name} is a directive of requests")
            elif ARGUMENTS.get(name) == "names" and names is not None:
                if names.startswith('"'):
                    yield Finding(
                        path,
                        f"{name} with field names is ignored by most caches",
                        "warning",
                        "silent" if barred else None,
                    )
                else:
                    message = f"the field names behind {name} are not in quotes"
                    yield Finding(path, message, in_captures="silent" if barred else None)

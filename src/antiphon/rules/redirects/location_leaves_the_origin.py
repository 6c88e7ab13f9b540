"""RD002."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.parsing.pieces import shown
from antiphon.http.parsing.target import host_behind, is_reference
from antiphon.rules.examples import HeaderSpec, ResponseSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule


@rule(
    code="RD002",
    level="error",
    citation="URL Standard section 4.4; RFC 3986 section 4.2",
    help="write one slash in front of a path; to leave on purpose, write the whole URL, as Location.external(...) does",
    bad=ResponseSpec(status=303, headers=(HeaderSpec(name="Location", value="//evil.example/cart"),)),
    good=ResponseSpec(status=303, headers=(HeaderSpec(name="Location", value="https://pay.example/cart"),)),
)
def location_leaves_the_origin(response: ResponseParts) -> Iterator[Finding]:
    r"""A Location that does not begin with `https://` and a host stays on the origin that sends it.

    A target that came from a user passes a test for a leading slash and leads to an attacker's page all the same:
    Chromium 156 left the origin for `//`, `/\`, `\\`, `\/`, `///`, `/<TAB>/` and `https:///` in front of a host.
    """
    for path, target in response.values("Location"):
        host = host_behind(target)
        if host is not None and not _is_own(response, host):
            where = f"browsers go to the host {shown(host)}" if host else "browsers look for a host there"
            # A network-path reference (RFC 3986 section 4.2) is legal, and may well lead where it was meant to.
            legal = target.startswith("//") and not target.startswith("///") and is_reference(target)
            yield Finding(path, f"Location is {shown(target)}, and {where}", in_captures="silent" if legal else None)


def _is_own(response: ResponseParts, host: str) -> bool:
    return response.site is not None and response.site.host is not None and host.lower() == response.site.host.lower()

"""CK083."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.set_cookie import Cookie, shown, write
from antiphon.rules.examples import CookieSpec, ResponseSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule


@rule(
    code="CK083",
    level="warning",
    citation="draft-ietf-httpbis-rfc6265bis-22 section 6.1; RFC 9110 section 5.4; CHIPS (privacycg.github.io/CHIPS)",
    help="keep the data on the server and send one key to it",
    bad=ResponseSpec(
        status=200,
        cookies=tuple(CookieSpec(name=f"n{i}", value="v", path="/", same_site="lax") for i in range(51)),
    ),
    good=ResponseSpec(
        status=200,
        cookies=tuple(CookieSpec(name=f"n{i}", value="v", path="/", same_site="lax") for i in range(3)),
    ),
)
def more_cookies_than_browsers_keep(response: ResponseParts) -> Iterator[Finding]:
    """A response sets a few small cookies.

    Browsers need not keep more than 50 for a domain. From 181 in one response on, which is an error, Chromium 156 keeps
    150 and the first ones vanish; Firefox 153 evicts from about 180 on as well. Of Partitioned cookies Chromium keeps
    about 10 KiB for each site that embeds. Proxies may refuse a field line of more than 4 KiB.
    """
    found = response.cookies
    if len(found) > 50:
        message = f"the response sets {len(found)} cookies; browsers need to keep 50"
        yield Finding("cookies", message, "error" if len(found) > 180 else "warning")
    partitioned = sum(len(c.name) + len(c.value or "") for _, c in found if c.partitioned)
    if partitioned > 10_240:
        message = f"the response's Partitioned cookies have {partitioned} octets; Chromium keeps 10240"
        yield Finding("cookies", message)
    for path, cookie in found:
        if (size := _line_size(cookie)) > 4096:
            message = f"the Set-Cookie line of cookie {shown(cookie.name)} has {size} octets; proxies may refuse it"
            yield Finding(path, message)


def _line_size(cookie: Cookie) -> int:
    return len("Set-Cookie: ") + len(write(cookie).encode(errors="surrogatepass"))

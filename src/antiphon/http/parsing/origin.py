"""Origins as browsers write them in a request (Fetch, the `Origin` header), and so as they compare them."""

from __future__ import annotations

from antiphon.http.expression import expression
from antiphon.http.grammar import ORIGIN
from antiphon.http.parsing.pieces import whole_number
from antiphon.http.parsing.target import DEFAULT_PORTS

_PORT = expression(r":([0-9]+)\Z")
_MOST_PORT = 65535


def origin_fault(origin: str) -> str:
    """Why no request has this origin, in a few words; empty for one that browsers write, for `*` and for `null`."""
    # The origin of a file is null, but where pages may read files, which Android's WebView and Chromium 156 can be told
    # (--allow-file-access-from-files): it is `file://` then, and is compared as that.
    if origin in ("*", "null", "file://"):
        return ""
    if not ORIGIN.fullmatch(origin):
        return "is not an origin as browsers write it"
    port = _PORT.search(origin.rpartition("]")[2])
    if port and port[1] == DEFAULT_PORTS.get(origin.partition(":")[0]):
        return "names the port that browsers leave out"
    if port and (port[1][0] == "0" or (whole_number(port[1]) or 0) > _MOST_PORT):
        return "has a port as no browser writes it"
    return ""

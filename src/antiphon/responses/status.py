"""What the status of a response allows: which numbers there are, and which of them go with content."""

from __future__ import annotations

from antiphon.errors import ParamError
from antiphon.http.status import REDIRECTS, may_carry_content
from antiphon.runtime.plan import RawHeader

#: Statuses without content: 1xx, 204, 205 and 304.
CONTENTLESS: frozenset[int] = frozenset(code for code in range(100, 600) if not may_carry_content(code))
#: Statuses that never have a Content-Length.
_LENGTHLESS = frozenset((*range(100, 200), 204))
#: Statuses without a Content-Length of their own making: 304 may repeat that of the 200, and 205 says 0.
UNMEASURED: frozenset[int] = _LENGTHLESS | {304}


def check_status(status_code: int) -> None:
    """Raises ParamError unless it is an int from 100 to 599."""
    if not isinstance(status_code, int) or isinstance(status_code, bool):
        what = f"is {type(status_code).__qualname__} where int is needed"
    elif not 100 <= status_code <= 599:
        what = f"is {int(status_code)}, which no client knows the class of"
    else:
        return
    raise ParamError("status_code", what, help="give a status from 200 to 599", cite="RFC 9110 section 15")


def check_redirect_status(status_code: int) -> None:
    """Raises ParamError unless browsers follow the Location of that status."""
    check_status(status_code)
    if status_code not in REDIRECTS:
        raise ParamError(
            "status_code",
            f"is {int(status_code)}, whose Location is not followed",
            help="use 303 after a form, 307 or 308 to keep the method, 301 or 302 for a page",
            cite="RFC 9110 section 15.4; Fetch: redirect status",
        )


def without_content(content: object, size: int, status_code: int) -> bytes:
    """The body for a status that has none. None says so; raises ParamError for any other content."""
    if content is None:
        return b""
    raise ParamError(
        "content",
        f"is {size} octets long, and a response with status {int(status_code)} has no content",
        help="leave the content out, or choose a status that has some, such as 200",
        cite="RFC 9110 sections 15.2, 15.3.5, 15.3.6 and 15.4.5",
    )


def check_length(headers: list[RawHeader], size: int | None, status_code: int) -> None:
    """Raises ParamError where a given Content-Length contradicts the content, another one, or the status.

    `size` is that of the content in octets, None where it is not known. An empty response may announce the length that
    an answer to GET would have: it may be the answer to HEAD (RFC 9110 section 8.6).
    """
    lengths = {value for name, value in headers if name == b"content-length"}
    if status_code in _LENGTHLESS:
        what = f"is given, and a response with status {int(status_code)} has none"
    elif len(lengths) > 1:
        what = "is given twice, with different numbers"
    elif size and next(iter(lengths)).lstrip(b"0") != b"%d" % size:
        what = f"is not the length of the content, which is {size} octets"
    else:
        return
    raise ParamError(
        "headers['content-length']",
        what,
        help="leave it out: the response counts its own content",
        cite="RFC 9110 section 8.6; RFC 9112 section 6.3",
    )

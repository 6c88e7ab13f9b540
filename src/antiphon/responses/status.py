"""Check the status of a response: whether it is a valid number, and whether it allows content."""

from __future__ import annotations

from typing import Any

from antiphon.errors import ParamError
from antiphon.http.status import REDIRECTS, may_carry_content
from antiphon.responses.attributes import own_attributes

#: Statuses without content: 1xx, 204, 205 and 304.
CONTENTLESS: frozenset[int] = frozenset(code for code in range(100, 600) if not may_carry_content(code))
#: Statuses that may have content.
CONTENTFUL: frozenset[int] = frozenset(range(200, 600)) - CONTENTLESS


def check_status(status_code: int) -> None:
    """Raises ParamError unless it is an int from 100 to 599."""
    if not isinstance(status_code, int) or isinstance(status_code, bool):
        what = f"is {type(status_code).__qualname__} where int is needed"
    elif not 100 <= status_code <= 599:
        what = f"is {int(status_code)}, which no client knows the class of"
    else:
        return
    raise ParamError("status_code", what, help="give a status from 200 to 599", cite="RFC 9110 section 15")


def check_contentful(status_code: int) -> None:
    """Raises ParamError unless it is a status whose responses have content, as streams and files are.

    On 204 and 304 uvicorn with httptools writes the content in front of the next response; browsers drop that of 205;
    of 1xx alone no server makes a response.
    """
    check_status(status_code)
    if status_code in CONTENTLESS:
        raise ParamError(
            "status_code",
            f"is {int(status_code)}, and a response with that status has no content",
            help=f"return Response(status_code={int(status_code)}), or choose a status that has content, such as 200",
            cite="RFC 9110 sections 15.2, 15.3.5, 15.3.6 and 15.4.5",
        )


class ContentfulStatus:
    """The `status_code` of a stream or a file: whatever it is set to, at construction or later, has content."""

    def __get__(self, response: Any, _owner: type | None = None) -> Any:
        if response is None:
            raise AttributeError("status_code is the attribute of an instance")
        return own_attributes(response)["status_code"]

    def __set__(self, response: Any, status_code: int) -> None:
        check_contentful(status_code)
        own_attributes(response)["status_code"] = status_code


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
    """The body for a status that has none. None is allowed; raises ParamError for any other content."""
    if content is None:
        return b""
    raise ParamError(
        "content",
        f"is {size} octets long, and a response with status {int(status_code)} has no content",
        help="leave the content out, or choose a status that has some, such as 200",
        cite="RFC 9110 sections 15.2, 15.3.5, 15.3.6 and 15.4.5",
    )


def check_sendable(status_code: int, body: bytes | memoryview) -> None:
    """Raises ParamError for a status that was set since to one that nobody can send, or that has no content."""
    check_status(status_code)
    if body and status_code in CONTENTLESS:
        without_content(body, len(body), status_code)

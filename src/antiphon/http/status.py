"""The facts about each status code: one row a code, with the RFC section that defines it."""

from __future__ import annotations

import functools
from typing import NamedTuple


class Status(NamedTuple):
    """One registered status code.

    `content` says whether a response may carry content. `obliged` names the fields that the status demands:
    without them a recipient cannot act on it. `section` is where the code is defined.
    """

    code: int
    phrase: str
    section: str
    content: bool = True
    obliged: tuple[str, ...] = ()


_ROWS = (
    Status(100, "Continue", "RFC 9110 section 15.2.1", content=False),
    Status(101, "Switching Protocols", "RFC 9110 section 15.2.2", content=False, obliged=("Upgrade",)),
    Status(102, "Processing", "RFC 2518 section 10.1", content=False),
    Status(103, "Early Hints", "RFC 8297 section 2", content=False),
    Status(200, "OK", "RFC 9110 section 15.3.1"),
    Status(201, "Created", "RFC 9110 section 15.3.2"),
    Status(202, "Accepted", "RFC 9110 section 15.3.3"),
    Status(203, "Non-Authoritative Information", "RFC 9110 section 15.3.4"),
    Status(204, "No Content", "RFC 9110 section 15.3.5", content=False),
    Status(205, "Reset Content", "RFC 9110 section 15.3.6", content=False),
    Status(206, "Partial Content", "RFC 9110 section 15.3.7", obliged=("Content-Range",)),
    Status(207, "Multi-Status", "RFC 4918 section 11.1"),
    Status(208, "Already Reported", "RFC 5842 section 7.1"),
    Status(226, "IM Used", "RFC 3229 section 10.4.1"),
    Status(300, "Multiple Choices", "RFC 9110 section 15.4.1"),
    Status(301, "Moved Permanently", "RFC 9110 section 15.4.2", obliged=("Location",)),
    Status(302, "Found", "RFC 9110 section 15.4.3", obliged=("Location",)),
    Status(303, "See Other", "RFC 9110 section 15.4.4", obliged=("Location",)),
    Status(304, "Not Modified", "RFC 9110 section 15.4.5", content=False),
    Status(305, "Use Proxy", "RFC 9110 section 15.4.6"),
    Status(307, "Temporary Redirect", "RFC 9110 section 15.4.8", obliged=("Location",)),
    Status(308, "Permanent Redirect", "RFC 9110 section 15.4.9", obliged=("Location",)),
    Status(400, "Bad Request", "RFC 9110 section 15.5.1"),
    Status(401, "Unauthorized", "RFC 9110 section 15.5.2", obliged=("WWW-Authenticate",)),
    Status(402, "Payment Required", "RFC 9110 section 15.5.3"),
    Status(403, "Forbidden", "RFC 9110 section 15.5.4"),
    Status(404, "Not Found", "RFC 9110 section 15.5.5"),
    Status(405, "Method Not Allowed", "RFC 9110 section 15.5.6", obliged=("Allow",)),
    Status(406, "Not Acceptable", "RFC 9110 section 15.5.7"),
    Status(407, "Proxy Authentication Required", "RFC 9110 section 15.5.8", obliged=("Proxy-Authenticate",)),
    Status(408, "Request Timeout", "RFC 9110 section 15.5.9"),
    Status(409, "Conflict", "RFC 9110 section 15.5.10"),
    Status(410, "Gone", "RFC 9110 section 15.5.11"),
    Status(411, "Length Required", "RFC 9110 section 15.5.12"),
    Status(412, "Precondition Failed", "RFC 9110 section 15.5.13"),
    Status(413, "Content Too Large", "RFC 9110 section 15.5.14"),
    Status(414, "URI Too Long", "RFC 9110 section 15.5.15"),
    Status(415, "Unsupported Media Type", "RFC 9110 section 15.5.16"),
    Status(416, "Range Not Satisfiable", "RFC 9110 section 15.5.17"),
    Status(417, "Expectation Failed", "RFC 9110 section 15.5.18"),
    Status(421, "Misdirected Request", "RFC 9110 section 15.5.20"),
    Status(422, "Unprocessable Content", "RFC 9110 section 15.5.21"),
    Status(423, "Locked", "RFC 4918 section 11.3"),
    Status(424, "Failed Dependency", "RFC 4918 section 11.4"),
    Status(425, "Too Early", "RFC 8470 section 5.2"),
    Status(426, "Upgrade Required", "RFC 9110 section 15.5.22", obliged=("Upgrade",)),
    Status(428, "Precondition Required", "RFC 6585 section 3"),
    Status(429, "Too Many Requests", "RFC 6585 section 4"),
    Status(431, "Request Header Fields Too Large", "RFC 6585 section 5"),
    Status(451, "Unavailable For Legal Reasons", "RFC 7725 section 3"),
    Status(500, "Internal Server Error", "RFC 9110 section 15.6.1"),
    Status(501, "Not Implemented", "RFC 9110 section 15.6.2"),
    Status(502, "Bad Gateway", "RFC 9110 section 15.6.3"),
    Status(503, "Service Unavailable", "RFC 9110 section 15.6.4"),
    Status(504, "Gateway Timeout", "RFC 9110 section 15.6.5"),
    Status(505, "HTTP Version Not Supported", "RFC 9110 section 15.6.6"),
    Status(506, "Variant Also Negotiates", "RFC 2295 section 8.1"),
    Status(507, "Insufficient Storage", "RFC 4918 section 11.5"),
    Status(508, "Loop Detected", "RFC 5842 section 7.2"),
    Status(510, "Not Extended", "RFC 2774 section 7"),
    Status(511, "Network Authentication Required", "RFC 6585 section 6"),
)

STATUSES: dict[int, Status] = {row.code: row for row in _ROWS}

#: The statuses whose Location a browser follows (Fetch, "redirect status").
REDIRECTS: frozenset[int] = frozenset({301, 302, 303, 307, 308})

#: Statuses that never have a Content-Length (RFC 9110 section 8.6).
WITHOUT_LENGTH: frozenset[int] = frozenset((*range(100, 200), 204))
#: Statuses whose content is not counted: those, and 304, where a length is that of the content that is not sent.
UNCOUNTED: frozenset[int] = WITHOUT_LENGTH | {304}


@functools.cache
def statuses_that_oblige(field_name: str) -> frozenset[int]:
    """The statuses that demand a field, without which a recipient cannot act on them."""
    return frozenset(row.code for row in _ROWS if field_name in row.obliged)


def phrase(code: int) -> str:
    """The reason phrase of a registered code; empty for any other."""
    row = STATUSES.get(code)
    return row.phrase if row else ""


def may_carry_content(code: int) -> bool:
    """Whether a response of this status may have content (RFC 9110 sections 6.4.1, 15.2, 15.3.5-6 and 15.4.5)."""
    row = STATUSES.get(code)
    return row.content if row else code >= 200


#: The statuses of each family of errors, which `status_types.Family` names. OpenAPI's `default` covers each status that
#: an operation does not name (OpenAPI 3.1 section 4.8.16.1); a reply of this family is sent with errors alone.
FAMILIES: dict[str, range] = {"4XX": range(400, 500), "5XX": range(500, 600), "default": range(400, 600)}

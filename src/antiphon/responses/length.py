"""The framing that a caller gives, Content-Length or Transfer-Encoding, against the content that is sent."""

from __future__ import annotations

import os

from antiphon.errors import ParamError
from antiphon.http.status import WITHOUT_LENGTH
from antiphon.responses.status import CONTENTLESS
from antiphon.runtime.plan import RawHeader
from antiphon.runtime.transmit.length import contradiction


def check_length(headers: list[RawHeader], size: int | None, status_code: int) -> None:
    """Raises ParamError where a given Content-Length contradicts the content or the status.

    `size` is that of the content in octets, None where it is not known. An empty response may announce the length that
    an answer to GET would have: it may be the answer to HEAD (RFC 9110 section 8.6).
    """
    lengths = {value for name, value in headers if name == b"content-length"}
    if status_code in WITHOUT_LENGTH:
        what = f"is given, and a response with status {int(status_code)} has none"
    elif status_code == 205 and any(length.strip(b"0") for length in lengths):
        what = "is not 0, and a response with status 205 has no content"
    elif size and any(length.lstrip(b"0") != b"%d" % size for length in lengths):
        what = f"is not the length of the content, which is {size} octets"
    else:
        return
    raise ParamError(
        "headers['content-length']",
        what,
        help="leave it out: the response counts its own content",
        cite="RFC 9110 section 8.6; RFC 9112 section 6.3",
    )


def check_transfer_encoding(headers: list[RawHeader], size: int | None, status_code: int) -> None:
    """Raises ParamError unless it is `chunked` once, for content of unknown length, which all servers send as meant.

    Beside a Content-Length httptools sends both, daphne does not chunk, and granian closes without an answer; on a 204
    httptools writes the last chunk in front of the next response; another coding no server applies.
    """
    codings = [value for name, value in headers if name == b"transfer-encoding"]
    measured = size is not None or any(name == b"content-length" for name, _ in headers)
    if measured or codings != [b"chunked"] or status_code in CONTENTLESS:
        raise transfer_refused()


def transfer_refused() -> ParamError:
    """The refusal of a Transfer-Encoding."""
    return ParamError(
        "headers['transfer-encoding']",
        "is the framing of the message, which is the server's",
        help="leave it out; the server chunks what has no Content-Length",
        cite="RFC 9112 sections 6.1 and 6.3; RFC 9113 section 8.2.2",
    )


def check_file_length(path: str | os.PathLike[str], length: int) -> None:
    """Raises ParamError where there is a file of another length."""
    try:
        size = os.stat(path).st_size  # noqa: PTH116 - a path may be text
    except OSError:
        return  # the call says so, as Starlette does
    if size != length:
        raise contradiction(f"is {length}, and the file is {size} octets long")

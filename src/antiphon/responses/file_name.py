"""The name under which a file is to be saved."""

from __future__ import annotations

from antiphon.errors import ParamError
from antiphon.http.file_names import sendable
from antiphon.http.grammar import TOKEN


def file_name(name: object) -> str:
    """The name as it is sent; empty where the end of the URL names the file. Raises ParamError unless it is text."""
    if not isinstance(name, str):
        raise ParamError(
            "filename",
            f"is {type(name).__qualname__} where str is needed",
            help="give the bare name that the file shall have, such as 'report.pdf'",
            cite="RFC 6266 section 4.3",
        )
    return sendable(name)


def check_disposition(disposition: str) -> None:
    """Raises ParamError unless it is a disposition type: one token."""
    if not isinstance(disposition, str) or not TOKEN.fullmatch(disposition):
        raise ParamError(
            "content_disposition_type",
            f"{disposition!r} is not a token",
            help='write "attachment" or "inline"',
            cite="RFC 6266 section 4.1",
        )

# Written by `nox -s generate` from src; do not edit.
"""Field names and values as octets, checked; and the view of them that `response.headers` gives."""

from typing import Any, Self

from antiphon.responses.header_lines import HeaderLines
from antiphon.responses.starlette_classes import MutableHeaders
from antiphon.runtime.plan import RawHeader

def raw_headers(headers: HeaderLines) -> list[RawHeader]:
    """The lines that are given, names in lower case. Raises ParamError for one that cannot be sent, or not twice.

    How Transfer-Encoding goes with the content is another question: `check_transfer_encoding`.
    """

def check_repeated(lines: list[RawHeader]) -> None:
    """Raises ParamError for a field that is not a list and has two lines, however the case of its name differs."""

PLAIN_NAMES: dict[str, bytes]

def raw_header(name: str, value: str) -> RawHeader:
    """A line that is added to a response, in octets, its name in lower case.

    Raises ParamError where it cannot be sent as it is, and for Transfer-Encoding.
    """

def sendable_line(name: str, value: str) -> RawHeader:
    """A line in octets, its name in lower case, whatever the value says. Raises ParamError where it cannot be sent."""

def check_media_type(value: str) -> None:
    """Raises ParamError for a media type that recipients do not read as it is meant, or a range such as `text/*`."""

def content_type(media_type: str, charset: str) -> RawHeader:
    """The Content-Type line; text is given its charset. Raises ParamError for an invalid media type."""

class ResponseHeaders(MutableHeaders):
    """The header lines of one response, shared with it. Whatever is set or added is checked first.

    Raises ParamError for a name or a value that cannot be sent, and for a second line of a field that is not a list.
    """

    def __repr__(self) -> str: ...
    def mutablecopy(self) -> ResponseHeaders: ...
    def __setitem__(self, key: str, value: str) -> None: ...
    def setdefault(self, key: str, value: str) -> str: ...
    def append(self, key: str, value: str) -> None: ...
    def update(self, other: HeaderLines) -> None:
        """Set each field that is given; of a field with several lines all are kept."""

    def __or__(self, other: Any) -> ResponseHeaders:
        """A copy with the fields of a mapping set, under the same checks."""

    def __ior__(self, other: Any) -> Self:
        """Set each field of a mapping."""

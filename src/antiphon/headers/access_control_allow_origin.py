"""Access-Control-Allow-Origin (Fetch, "CORS check"): the origin whose pages may read the response."""

from __future__ import annotations

from typing import ClassVar, Self

from antiphon.headers.field import FieldError
from antiphon.headers.values.text_field import TextField
from antiphon.http.grammar import ORIGIN
from antiphon.http.parsing.origin import origin_fault

#: Those that are not a scheme and a host. `file://` is a page that was opened from a file, where it may read files.
_NAMES = ("*", "null", "file://")


class AccessControlAllowOrigin(TextField):
    """One origin, such as `https://app.example`; `*` for all, in answers without credentials; or `null`.

    Raises FieldError for a path, a trailing slash, upper case or a list: a browser compares octet for octet.
    """

    __slots__ = ()
    field_name: ClassVar[str] = "Access-Control-Allow-Origin"
    examples: ClassVar[tuple[str, ...]] = ("https://app.example", "http://localhost:8080", "*", "null")

    def __new__(cls, origin: str) -> Self:
        if not isinstance(origin, str) or (origin not in _NAMES and not ORIGIN.fullmatch(origin)):
            raise FieldError(
                f"{cls.field_name}: {origin!r} is not one origin: scheme://host or scheme://host:port in lower case, "
                "without a slash after it"
            )
        if fault := origin_fault(origin):
            raise FieldError(f"{cls.field_name}: {origin!r} {fault}")
        return str.__new__(cls, origin)

    @classmethod
    def decode(cls, value: str) -> Self:
        return cls(value)

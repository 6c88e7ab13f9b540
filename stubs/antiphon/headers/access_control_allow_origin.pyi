# Written by `nox -s generate` from src; do not edit.
"""Access-Control-Allow-Origin (Fetch, "CORS check"): the origin whose pages may read the response."""

from typing import ClassVar, Self

from antiphon.headers.values.text_field import TextField

class AccessControlAllowOrigin(TextField):
    """One origin, such as `https://app.example`; `*` for all, in answers without credentials; or `null`.

    Raises FieldError for a path, a trailing slash, upper case or a list: a browser compares octet for octet.
    """

    __slots__ = ()
    field_name: ClassVar[str]
    examples: ClassVar[tuple[str, ...]]

    def __new__(cls, origin: str) -> Self: ...
    @classmethod
    def decode(cls, value: str) -> Self: ...

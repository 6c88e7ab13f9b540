# Written by `nox -s generate` from src; do not edit.
"""Reporting-Endpoints (Reporting API section 3.3): where a browser sends its reports."""

from typing import ClassVar, Self

from antiphon.headers.values.structured.values import Member
from antiphon.headers.values.structured_field import DictionaryField

class ReportingEndpoints(DictionaryField):
    """Endpoints by name: `ReportingEndpoints(main="https://reports.example/main")`.

    A name is what `report-to` of a policy says: lower-case letters, digits, `_`, `-`, `.`, `*`. Raises FieldError for
    another name, for a URL that is not a URI-reference, and where no endpoint is given.
    """

    __slots__ = ()
    field_name: ClassVar[str]
    examples: ClassVar[tuple[str, ...]]

    def __new__(cls, **endpoints: str) -> Self: ...
    @classmethod
    def check(cls, key: str, member: Member) -> None: ...

def endpoint_fault(url: str) -> str:
    """Why a browser sends no report to a URL; empty for one that it uses: relative, https, or on the user's machine."""

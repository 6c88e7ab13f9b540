"""Reporting-Endpoints (Reporting API section 3.3): where a browser sends its reports."""

from __future__ import annotations

from typing import ClassVar, Self

from antiphon.headers.field import FieldError
from antiphon.headers.values.structured.values import Item, Member
from antiphon.headers.values.structured_field import DictionaryField
from antiphon.headers.values.uri_reference import check_reference


class ReportingEndpoints(DictionaryField):
    """Endpoints by name: `ReportingEndpoints(main="https://reports.example/main")`.

    A name is what `report-to` of a policy says: lower-case letters, digits, `_`, `-`, `.`, `*`. Raises FieldError for
    another name, for a URL that is no URI-reference, and where there is none.
    """

    __slots__ = ()
    field_name: ClassVar[str] = "Reporting-Endpoints"
    examples: ClassVar[tuple[str, ...]] = ('main="https://reports.example/main", default="/reports"',)

    def __new__(cls, **endpoints: str) -> Self:
        return cls.of_members(tuple((name, Item(url)) for name, url in endpoints.items()))

    @classmethod
    def check(cls, key: str, member: Member) -> None:
        # `type(...) is str` tells a string from a token and a display string, which are texts too.
        if not isinstance(member, Item) or type(member.value) is not str:
            raise FieldError(f"{key} is not a URL in double quotes")
        check_reference(key, member.value)

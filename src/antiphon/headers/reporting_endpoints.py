"""Reporting-Endpoints (Reporting API section 3.3): where a browser sends its reports."""

from __future__ import annotations

from typing import ClassVar, Self

from antiphon.headers.field import FieldError
from antiphon.headers.values.structured.values import Item, Member
from antiphon.headers.values.structured_field import DictionaryField
from antiphon.headers.values.uri_reference import check_reference
from antiphon.http.hosts import is_loopback
from antiphon.http.parsing.pieces import shown
from antiphon.http.parsing.target import authority_fault, host_of, is_reference, scheme_of


class ReportingEndpoints(DictionaryField):
    """Endpoints by name: `ReportingEndpoints(main="https://reports.example/main")`.

    A name is what `report-to` of a policy says: lower-case letters, digits, `_`, `-`, `.`, `*`. Raises FieldError for
    another name, for a URL that is not a URI-reference, and where no endpoint is given.
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
        if fault := endpoint_fault(member.value):
            raise FieldError(f"{key} {fault}")


def endpoint_fault(url: str) -> str:
    """Why a browser sends no report to a URL; empty for one that it uses: relative, https, or on the user's machine."""
    if not is_reference(url) or authority_fault(url):
        return f"is {shown(url)}, which is not a URL"
    if scheme_of(url) not in (None, "https") and not is_loopback(host_of(url)):
        return f"is {shown(url)}, and reports go to https alone"
    return ""

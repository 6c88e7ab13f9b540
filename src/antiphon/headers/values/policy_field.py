"""Fields that are one policy out of a few, and where a browser reports what it blocked."""

from __future__ import annotations

from typing import ClassVar, Self

from antiphon.headers.field import FieldError
from antiphon.headers.values.structured.values import Item, Token
from antiphon.headers.values.structured_field import ItemField


class PolicyField(ItemField):
    """One of the tokens in `policies`. Raises FieldError for any other, and for one in quotes or upper case."""

    __slots__ = ()
    field_name: ClassVar[str]
    policies: ClassVar[tuple[str, ...]]

    @classmethod
    def of_policy(cls, policy: str, report_to: str | None) -> Self:
        """The field that says this policy, with the name of an endpoint where there is one."""
        return cls.of_item(Item(Token(policy), () if report_to is None else (("report-to", report_to),)))

    @classmethod
    def check(cls, item: Item) -> None:
        if not isinstance(item.value, Token) or item.value not in cls.policies:
            raise FieldError(f"{item.value!r} is none of {', '.join(cls.policies)}, without quotes")

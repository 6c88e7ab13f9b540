"""Cross-Origin-Opener-Policy (HTML section 7.1.3): whether other origins share a window group with this page."""

from __future__ import annotations

from typing import ClassVar, Literal, Self

from antiphon.headers.field import FieldError
from antiphon.headers.values.structured.values import Item, Token
from antiphon.headers.values.structured_field import ItemField
from antiphon.http.policies import OPENER_POLICIES


class CrossOriginOpenerPolicy(ItemField):
    """One policy; `report_to` names an endpoint of Reporting-Endpoints that hears of what was blocked.

    Raises FieldError for any other word, and for one in quotes or upper case, which a browser ignores.
    """

    __slots__ = ()
    field_name: ClassVar[str] = "Cross-Origin-Opener-Policy"
    examples: ClassVar[tuple[str, ...]] = ("same-origin", 'same-origin;report-to="main"')

    def __new__(
        cls,
        policy: Literal["same-origin", "same-origin-allow-popups", "noopener-allow-popups", "unsafe-none"],
        *,
        report_to: str | None = None,
    ) -> Self:
        return cls.of_item(Item(Token(policy), () if report_to is None else (("report-to", report_to),)))

    @classmethod
    def check(cls, item: Item) -> None:
        if not isinstance(item.value, Token) or item.value not in OPENER_POLICIES:
            raise FieldError(f"{item.value!r} is none of {', '.join(OPENER_POLICIES)}, without quotes")

"""Cross-Origin-Opener-Policy (HTML section 7.1.3): whether other origins share a window group with this page."""

from __future__ import annotations

from typing import ClassVar, Literal, Self

from antiphon.headers.values.policy_field import PolicyField
from antiphon.http.policies import OPENER_POLICIES


class CrossOriginOpenerPolicy(PolicyField):
    """One policy; `report_to` names an endpoint of Reporting-Endpoints that hears of what was blocked.

    Raises FieldError for any other word, and for one in quotes or upper case, which a browser ignores.
    """

    __slots__ = ()
    field_name: ClassVar[str] = "Cross-Origin-Opener-Policy"
    examples: ClassVar[tuple[str, ...]] = ("same-origin", 'same-origin;report-to="main"')
    policies: ClassVar[tuple[str, ...]] = OPENER_POLICIES

    def __new__(
        cls,
        policy: Literal["same-origin", "same-origin-allow-popups", "noopener-allow-popups", "unsafe-none"],
        *,
        report_to: str | None = None,
    ) -> Self:
        return cls.of_policy(policy, report_to)

# Written by `nox -s generate` from src; do not edit.
"""Cross-Origin-Opener-Policy (HTML section 7.1.3): whether other origins share a window group with this page."""

from typing import ClassVar, Literal, Self

from antiphon.headers.values.policy_field import PolicyField

class CrossOriginOpenerPolicy(PolicyField):
    """One policy; `report_to` names an endpoint of Reporting-Endpoints that hears of what was blocked.

    Raises FieldError for any other word, and for one in quotes or upper case, which a browser ignores.
    """

    __slots__ = ()
    field_name: ClassVar[str]
    examples: ClassVar[tuple[str, ...]]
    policies: ClassVar[tuple[str, ...]]

    def __new__(
        cls,
        policy: Literal["same-origin", "same-origin-allow-popups", "noopener-allow-popups", "unsafe-none"],
        *,
        report_to: str | None = None,
    ) -> Self: ...

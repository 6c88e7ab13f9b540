"""Cross-Origin-Embedder-Policy (HTML section 7.1.4): whether the page embeds only what agrees to be embedded."""

from __future__ import annotations

from typing import ClassVar, Literal, Self

from antiphon.headers.values.policy_field import PolicyField
from antiphon.http.policies import EMBEDDER_POLICIES


class CrossOriginEmbedderPolicy(PolicyField):
    """One policy; `report_to` names an endpoint of Reporting-Endpoints that hears of what was blocked.

    Raises FieldError for any other word, and for one in quotes or upper case, which a browser ignores.
    """

    __slots__ = ()
    field_name: ClassVar[str] = "Cross-Origin-Embedder-Policy"
    examples: ClassVar[tuple[str, ...]] = ("require-corp", 'require-corp;report-to="main"')
    policies: ClassVar[tuple[str, ...]] = EMBEDDER_POLICIES

    def __new__(
        cls, policy: Literal["require-corp", "credentialless", "unsafe-none"], *, report_to: str | None = None
    ) -> Self:
        return cls.of_policy(policy, report_to)

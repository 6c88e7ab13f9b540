# Written by `nox -s generate` from src; do not edit.
"""Cross-Origin-Embedder-Policy (HTML section 7.1.4): whether the page embeds only what agrees to be embedded."""

from typing import ClassVar, Literal, Self

from antiphon.headers.values.policy_field import PolicyField

class CrossOriginEmbedderPolicy(PolicyField):
    """One policy; `report_to` names an endpoint of Reporting-Endpoints that hears of what was blocked.

    Raises FieldError for any other word, and for one in quotes or upper case, which a browser ignores.
    """

    __slots__ = ()
    field_name: ClassVar[str]
    examples: ClassVar[tuple[str, ...]]
    policies: ClassVar[tuple[str, ...]]

    def __new__(
        cls, policy: Literal["require-corp", "credentialless", "unsafe-none"], *, report_to: str | None = None
    ) -> Self: ...

# Written by `nox -s generate` from src; do not edit.
"""Clear-Site-Data (Clear Site Data section 3.1): what a browser forgets of this origin."""

import dataclasses
from typing import ClassVar, Literal, Self, TypeAlias

SiteData: TypeAlias = (
    Literal["*"]
    | Literal["cache"]
    | Literal["cookies"]
    | Literal["storage"]
    | Literal["executionContexts"]
    | Literal["clientHints"]
    | Literal["prefetchCache"]
    | Literal["prerenderCache"]
)

@dataclasses.dataclass(frozen=True, slots=True, init=False)
class ClearSiteData:
    """Kinds of data, such as `ClearSiteData("cookies", "storage")`; `"*"` is all of them. Quotes are added on the wire.

    Raises FieldError for an unknown kind, which a browser would ignore, and for an empty list.
    """

    field_name: ClassVar[str]
    examples: ClassVar[tuple[str, ...]]
    kinds: tuple[SiteData, ...]
    """The kinds of data, in the order of writing, without their quotes."""

    def __init__(self, *kinds: SiteData) -> None: ...
    @classmethod
    def decode(cls, value: str) -> Self: ...
    def encode(self) -> bytes: ...

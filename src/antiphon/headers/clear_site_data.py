"""Clear-Site-Data (Clear Site Data section 3.1): what a browser forgets of this origin."""

from __future__ import annotations

import dataclasses
from typing import ClassVar, Literal, Self, TypeAlias

from antiphon.headers.field import FieldError
from antiphon.headers.values.lists import split_list
from antiphon.headers.values.quoted_string import unquote
from antiphon.headers.values.tokens import check_choice, words

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

    field_name: ClassVar[str] = "Clear-Site-Data"
    examples: ClassVar[tuple[str, ...]] = ('"cookies", "storage"', '"*"')

    kinds: tuple[SiteData, ...]
    """The kinds of data, in the order of writing, without their quotes."""

    def __init__(self, *kinds: SiteData) -> None:
        if not kinds:
            raise FieldError(f"{self.field_name} needs at least one kind of data")
        for kind in kinds:
            check_choice(self.field_name, kind, words(SiteData))
        object.__setattr__(self, "kinds", kinds)

    @classmethod
    def decode(cls, value: str) -> Self:
        kinds = [unquote(cls.field_name, "a kind of data", member) for member in split_list(cls.field_name, value)]
        return cls(*kinds)  # type: ignore[arg-type]  # the constructor checks what the text says

    def encode(self) -> bytes:
        return ", ".join(f'"{kind}"' for kind in self.kinds).encode("ascii")

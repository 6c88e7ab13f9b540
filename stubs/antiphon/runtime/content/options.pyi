# Written by `nox -s generate` from src; do not edit.
"""Which members of JSON content are written, under which names and in which order; who writes types of one's own."""

from collections.abc import Callable
from typing import Any, Literal, NamedTuple

Order = Literal["declared"] | Literal["sorted"]

class JSONOptions(NamedTuple):
    """The options of a declaration. They mean what pydantic's serializers mean by them, for classes of every kind."""

    exclude_none: bool = False
    exclude_defaults: bool = False
    exclude_unset: bool = False
    by_alias: bool = True
    key_order: Order = "declared"
    encode: Callable[[Any], Any] | None = None

    def of_pydantic(self) -> dict[str, Any]:
        """The same as keywords of a pydantic serializer, less what is its default."""

AS_DECLARED: JSONOptions

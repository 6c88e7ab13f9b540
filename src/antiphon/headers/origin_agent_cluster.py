"""Origin-Agent-Cluster (HTML section 7.1.2): whether the page asks for a process of its origin's own."""

from __future__ import annotations

from typing import ClassVar, Self

from antiphon.headers.field import FieldError
from antiphon.headers.values.structured.values import Item
from antiphon.headers.values.structured_field import ItemField


class OriginAgentCluster(ItemField):
    """`OriginAgentCluster(requested=True)` is `?1`. Raises FieldError for anything but True and False."""

    __slots__ = ()
    field_name: ClassVar[str] = "Origin-Agent-Cluster"
    examples: ClassVar[tuple[str, ...]] = ("?1", "?0")

    def __new__(cls, *, requested: bool = True) -> Self:
        return cls.of_item(Item(requested))

    @classmethod
    def check(cls, item: Item) -> None:
        if not isinstance(item.value, bool):
            raise FieldError(f"{item.value!r} is neither ?1 nor ?0")

    @classmethod
    def of(cls, value: bool) -> Self:  # noqa: FBT001  # it is the value of a keyword, `origin_agent_cluster=True`
        """The field from its flag, which a keyword of `headers(...)` takes too."""
        return cls(requested=value)

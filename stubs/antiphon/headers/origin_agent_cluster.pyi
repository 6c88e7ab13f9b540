# Written by `nox -s generate` from src; do not edit.
"""Origin-Agent-Cluster (HTML section 7.1.2): whether the page asks for a process of its origin's own."""

from typing import ClassVar, Self

from antiphon.headers.values.structured.values import Item
from antiphon.headers.values.structured_field import ItemField

class OriginAgentCluster(ItemField):
    """`OriginAgentCluster(requested=True)` is `?1`. Raises FieldError for anything but True and False."""

    __slots__ = ()
    field_name: ClassVar[str]
    examples: ClassVar[tuple[str, ...]]

    def __new__(cls, *, requested: bool = True) -> Self: ...
    @classmethod
    def check(cls, item: Item) -> None: ...
    @classmethod
    def of(cls, value: bool) -> Self:
        """The field from its flag, which a keyword of `headers(...)` takes too."""

# Written by `nox -s generate` from src; do not edit.
"""Fields that are one policy out of a few, and where a browser reports what it blocked."""

from typing import ClassVar, Self

from antiphon.headers.values.structured.values import Item
from antiphon.headers.values.structured_field import ItemField

class PolicyField(ItemField):
    """One of the tokens in `policies`. Raises FieldError for any other, and for one in quotes or upper case."""

    __slots__ = ()
    field_name: ClassVar[str]
    policies: ClassVar[tuple[str, ...]]

    @classmethod
    def of_policy(cls, policy: str, report_to: str | None) -> Self:
        """The field that says this policy, with the name of an endpoint where there is one."""

    @classmethod
    def check(cls, item: Item) -> None: ...

"""The JSON options of a declaration, as a spec holds them."""

from __future__ import annotations

from typing import Literal

from antiphon.runtime.content import options
from antiphon.spec.model import Model
from antiphon.spec.type_name import TypeName


class JSONOptions(Model, frozen=True):
    """Which members of JSON content are sent, under which names and in which order: see docs/reference/json.md."""

    exclude_none: bool = False
    """Whether fields that are None are left out."""
    exclude_defaults: bool = False
    """Whether fields that have their default are left out."""
    exclude_unset: bool = False
    """Whether fields that a pydantic model was not given are left out."""
    by_alias: bool = True
    """Whether fields have the names that their class gives them in JSON: aliases of pydantic, `rename` of msgspec."""
    key_order: Literal["declared", "sorted"] = "declared"
    """The order of members: as their class or their dict has them, or by name."""
    encode: TypeName | None = None
    """The function that writes what has no JSON form, by name: it gives a value that has one."""

    def resolved(self) -> options.JSONOptions:
        """The options as the run time takes them. Raises LookupError where the function's name leads nowhere."""
        encode = None if self.encode is None else self.encode.resolve()
        return options.JSONOptions(
            self.exclude_none, self.exclude_defaults, self.exclude_unset, self.by_alias, self.key_order, encode
        )

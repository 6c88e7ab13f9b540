"""The types that the names in a spec lead to, for rules that look into them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from antiphon.spec.type_name import TypeName

#: In the place of a type whose name leads nowhere. AN008 says so.
NOWHERE: Final = object()


def resolved(name: TypeName | None) -> Any:
    """The type or the function of that name, None for none; NOWHERE where it cannot be looked up, for any reason."""
    try:
        return None if name is None else name.resolve()
    except Exception:  # noqa: BLE001 - looking a name up imports its module, which may do anything
        return NOWHERE

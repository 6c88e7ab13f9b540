"""The types and functions that the names in a spec lead to, for rules that look into them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from antiphon.runtime.type_form import strangers

if TYPE_CHECKING:
    from antiphon.spec.type_name import TypeName

#: In the place of a type or a function whose name leads to none. AN008 says so.
NOWHERE: Final = object()


def resolved(name: TypeName | None) -> Any:
    """The type of that name, None for none; NOWHERE where it leads to no type, for any reason."""
    found = _looked_up(name)
    return NOWHERE if any(True for _ in strangers(found)) else found


def resolved_function(name: TypeName | None) -> Any:
    """The function of that name, None for none; NOWHERE where it leads to none."""
    found = _looked_up(name)
    return found if found is None or callable(found) else NOWHERE


def _looked_up(name: TypeName | None) -> Any:
    try:
        return None if name is None else name.resolve()
    except Exception:  # noqa: BLE001 - looking a name up imports its module, which may do anything
        return NOWHERE

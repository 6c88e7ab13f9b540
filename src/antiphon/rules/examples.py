"""The models of a spec, under their own names, for the examples of rules: an example is made when it is asked for.

Who judges a response needs the rules and not their examples, so that a rule's file loads neither the models nor
pydantic. For type checkers the names are the models themselves.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from antiphon.spec import *  # noqa: F403 - each model, also those that are added
    from antiphon.spec.bodies import *  # noqa: F403 - likewise
    from antiphon.spec.type_name import TypeName as TypeName  # noqa: PLC0414 - so that it may be imported from here

#: The modules in which a name is looked up.
_MODELS = ("antiphon.spec", "antiphon.spec.bodies", "antiphon.spec.type_name")


class Written:
    """An expression such as `CookieSpec(name="sid").delete()`: what is called and asked of it is kept for `made`."""

    __slots__ = ("_make",)

    def __init__(self, make: Callable[[], Any]) -> None:
        self._make = make

    def __call__(self, *given: Any, **named: Any) -> Written:
        return Written(lambda: self._make()(*made(given), **{name: made(value) for name, value in named.items()}))

    def __getattr__(self, name: str) -> Written:
        if name.startswith("_"):
            raise AttributeError(name)
        return Written(lambda: getattr(self._make(), name))


def made(value: Any) -> Any:
    """The value with each expression in it, and in tuples in it, made."""
    if isinstance(value, Written):
        return value._make()
    return tuple(map(made, value)) if type(value) is tuple else value


def _model(name: str) -> Any:
    from importlib import import_module

    found = next((vars(module)[name] for module in map(import_module, _MODELS) if name in vars(module)), None)
    if found is None:
        raise LookupError(f"{' and '.join(_MODELS[:2])} have no {name}")
    return found


if not TYPE_CHECKING:

    def __getattr__(name: str) -> Written:
        if name.startswith("_"):
            raise AttributeError(name)
        return Written(lambda: _model(name))

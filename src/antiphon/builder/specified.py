"""The result of every field specifier: for type checkers a param's value, at run time a field of a dataclass."""

from __future__ import annotations

import dataclasses
from typing import Any, Never

from typing_extensions import TypeVar  # pydantic brings it; typing's own has no default before Python 3.13

from antiphon.builder.param_declaration import Specifier

T = TypeVar("T", default=Any)
#: The argument type of `encode`; Never without one, so that a param's type is then that of its default alone.
E = TypeVar("E", default=Never)
#: The default of a param without a default.
MISSING: Any = object()


def specified(specifier: Specifier, default: T) -> T:
    """The field of a specifier; to type checkers a value of the type of its default."""
    given: dict[str, Any] = {} if default is MISSING else {"default": default}
    made: T = dataclasses.field(metadata={"antiphon": specifier}, **given)
    return made

# Written by `nox -s generate` from src; do not edit.
"""Content checked against its declared type with each call, for those who ask for it.

A type checker knows what a handler gives; this is for what no type checker saw: attributes that were assigned or
constructed unchecked, constraints such as `Meta(ge=0)`, the members of collections, pydantic's own validators.

Part of the run time: pydantic is not imported here.
"""

from collections.abc import Callable
from typing import Any, Literal

Validate = Literal["never"] | Literal["always"] | Literal["debug"]

class UncheckableError(TypeError):
    """Content of a type that nothing can check is to be checked with each call."""

class Nothing:
    """The class that no content is of: where it is declared to need no look, every content is looked at."""

def is_active(validate: Validate) -> bool:
    """Whether content is to be checked in this process.

    "debug" checks where Python runs in development mode (`-X dev`) or ANTIPHON_DEBUG is set to anything but 0.
    """

def validated(type_: Any, accept: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """`accept`, and after it a check of what it gives against the type, which raises ParamError.

    Raises TypeError for a type that neither msgspec nor pydantic can check.
    """

def validation_fault(type_: Any) -> str:
    """Why content of a type cannot be checked; empty where it can."""

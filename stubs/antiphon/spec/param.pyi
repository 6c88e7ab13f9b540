# Written by `nox -s generate` from src; do not edit.
"""The spec of a value that varies from one response to the next."""

from typing import Any, Literal

from antiphon.spec.default_text import DefaultText
from antiphon.spec.model import Model
from antiphon.spec.type_name import TypeName

class ParamSpec(Model, frozen=True):
    """A keyword parameter of the compiled response, and the field, cookie or placeholder that it fills."""

    name: str
    """The parameter's name, a Python identifier."""
    fills: Literal["header", "cookie", "placeholder"]
    """Which kind of slot the argument fills."""
    slot: str
    """The field name or the cookie name of the slot, or the name of the placeholder in a field's template."""
    type: TypeName = TypeName("str")
    """The argument's type, by name."""
    optional: bool = False
    """Whether the argument may be None, which leaves the slot out of the response."""
    encode: TypeName | None = None
    """The function from an argument to its text, by name; None where the type alone says how it is written."""
    default: DefaultText | None = None
    """The text that is sent where the argument is left out; None where the argument is needed."""

    def __repr_args__(self) -> Any:
        """The declared attributes; the default of a cookie's value is covered."""

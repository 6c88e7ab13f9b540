# Written by `nox -s generate` from src; do not edit.
"""Python values as JSON octets, by msgspec; pydantic models by their own serializer, embedded without a second pass.

Part of the run time: pydantic is not imported here, its models are recognised by their serializer.
"""

from collections.abc import Callable
from typing import Any, Literal

from antiphon.errors import ParamError
from antiphon.runtime.content.validation import Validate
from antiphon.runtime.plan import Content

NaN = Literal["error"] | Literal["null"]
Encode = Callable[..., bytes]

def not_json(value: object) -> ParamError:
    """The error for a value that has no JSON form. The value itself is not shown."""

encode_any: Callable[[Any], bytes]

def encode(content: object, *, nan: NaN = "error") -> bytes:
    """Any value as JSON octets (UTF-8, RFC 8259).

    NaN and the infinities have no JSON form: they are refused, or become null with `nan="null"`. Raises ParamError.
    """

def refuse_nan(content: object) -> None:
    """Raise ParamError for content that holds NaN or an infinity."""

ENCODE_ERRORS: tuple[type[Exception], ...]

def unencodable(error: Exception) -> ParamError:
    """An encoder's complaint in antiphon's own words."""

def nan_refused() -> ParamError:
    """The error for NaN or an infinity in JSON content."""

def content_of(type_: Any, *, nan: NaN = "error", validate: Validate = "never") -> Content:
    """How content of a declared type becomes JSON.

    The exact type is encoded as it is; an instance of a subclass is narrowed to the declared fields, so that nothing
    undeclared is sent; anything else is refused. `validate` says whether all that content holds is checked, too.
    Raises TypeError where that is asked for and cannot be done.
    """

def wrong_type(content: object, expected: str) -> ParamError:
    """The error for content of another type than the declared one."""

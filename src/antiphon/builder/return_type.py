"""The type that a function says it returns, whatever it says of its parameters."""

from __future__ import annotations

import types
import typing
from typing import Any

import typing_extensions


def return_type(function: Any) -> Any:
    """The return annotation as a type. Raises KeyError where there is none, and what its evaluation raises.

    A parameter's annotation is not evaluated, so its names may be ones that only type checkers see, or that come below.
    """
    said = typing_extensions.get_annotations(function, format=typing_extensions.Format.FORWARDREF)
    alone = types.SimpleNamespace(__annotations__={"return": said["return"]})
    return typing.get_type_hints(alone, getattr(function, "__globals__", {}))["return"]

# Written by `nox -s generate` from src; do not edit.
"""The type of what can be described."""

from collections.abc import Callable
from typing import Any, TypeAlias, Union

from antiphon.builder.steps import ResponseDraft
from antiphon.responses import Response
from antiphon.spec import ResponseSpec

Declaration: TypeAlias = Union[ResponseSpec, ResponseDraft, Callable[..., Response[Any, Any]]]

"""The type of what can be described."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias, Union

from antiphon.builder.steps import ResponseDraft
from antiphon.responses import Response
from antiphon.spec import ResponseSpec

#: A spec, a draft, a compiled response or a class of replies.
Declaration: TypeAlias = Union[ResponseSpec, ResponseDraft, Callable[..., Response[Any, Any]]]

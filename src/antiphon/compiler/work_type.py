"""The type of the work that follows a response."""

from __future__ import annotations

import functools
from typing import Any


@functools.cache
def work_type() -> Any:
    """The annotation of `background`. Its import loads Starlette, which the class of a response has loaded by then."""
    from antiphon.responses.starlette_classes import BackgroundTask

    return BackgroundTask | None

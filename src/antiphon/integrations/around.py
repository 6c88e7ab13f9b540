"""Put a conversion of its result around a handler, synchronous or not."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Awaitable, Callable
from typing import Any


def around(handler: Any, convert: Callable[..., Any], convert_later: Callable[..., Awaitable[Any]]) -> Any:
    """The handler with its result converted. Both conversions get the result, then the handler's own arguments.

    `convert_later` is for handlers that are coroutine functions.
    """
    if inspect.iscoroutinefunction(inspect.unwrap(handler)) or inspect.iscoroutinefunction(handler):

        @functools.wraps(handler)
        async def later(*arguments: Any, **keywords: Any) -> Any:
            return await convert_later(await handler(*arguments, **keywords), *arguments, **keywords)

        return later

    @functools.wraps(handler)
    def at_once(*arguments: Any, **keywords: Any) -> Any:
        return convert(handler(*arguments, **keywords), *arguments, **keywords)

    return at_once

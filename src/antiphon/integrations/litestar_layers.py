"""The lines, hooks and background work that Litestar's layers around a handler add to its declared responses."""

from __future__ import annotations

import copy
from typing import Any

from antiphon.integrations.litestar_response import Carried
from antiphon.integrations.settled import raw_lines, report
from antiphon.responses import Response
from antiphon.responses.merged import merged
from antiphon.runtime.plan import RawHeader


class Around:
    """The part that the layers around a handler have in its responses."""

    def __init__(self, handler: Any, after_request: Any) -> None:
        headers = [(one.name, one.value) for one in handler.resolve_response_headers() if not one.documentation_only]
        cookies = [one.to_encoded_header() for one in handler.resolve_response_cookies() if not one.documentation_only]
        self._lines: list[RawHeader] = [*sorted(raw_lines(headers)), *sorted(cookies)]
        self._work = handler.background
        self._after_request = after_request
        self._where: str = handler.handler_name

    async def answer(self, response: Response[Any, Any]) -> Any:
        """The response as it is sent."""
        if self._lines or (self._work and not response.background):
            response = copy.copy(response)
            response.raw_headers, conflicts = merged(response.raw_headers, self._lines)
            response.background = response.background or self._work
            for conflict in conflicts:
                report(self._where, conflict.what)
        if self._after_request is None:
            return response
        changed = await self._after_request(Carried(response, self._where))
        return changed.to_asgi_response(app=None, request=None)

"""Send a response by WSGI (PEP 3333)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from antiphon.http.status import phrase
from antiphon.responses.lines import lines, run_background
from antiphon.responses.response import Response

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse


def scope_of(environ: Mapping[str, Any]) -> dict[str, Any]:
    """The method and field lines of a WSGI request, as ASGI has them."""
    headers = [
        (name[5:].replace("_", "-").lower().encode("latin-1"), str(value).encode("latin-1"))
        for name, value in environ.items()
        if name.startswith("HTTP_")
    ]
    return {"method": environ.get("REQUEST_METHOD", "GET"), "headers": headers}


def status_line(status: int) -> str:
    """A status with its words, as WSGI wants it."""
    return f"{status} {phrase(status) or 'Status'}"


def answer_wsgi(
    response: Response[Any, Any], environ: Mapping[str, Any], start_response: StartResponse
) -> Iterable[bytes]:
    """Start a response, and give its body."""
    status, found, body = lines(response, scope_of(environ))
    given = [(name.decode("latin-1"), value.decode("latin-1")) for name, value in found]
    try:
        start_response(status_line(status), given)
    except BaseException:
        if not isinstance(body, bytes):
            body.close()
        raise
    if not isinstance(body, bytes):
        return body
    pieces = [body] if body else []
    return pieces if response.background is None else ThenWork(pieces, response.background)


class ThenWork:
    """The pieces of a body, whose closing runs the response's background work."""

    def __init__(self, pieces: Iterable[bytes], work: Callable[[], Any]) -> None:
        self._pieces = pieces
        self._work = work

    def __iter__(self) -> Iterator[bytes]:
        return iter(self._pieces)

    def close(self) -> None:
        """Run the work, once."""
        work, self._work = self._work, _nothing
        run_background(work)


async def _nothing() -> None:
    """The work of a response that was closed before."""

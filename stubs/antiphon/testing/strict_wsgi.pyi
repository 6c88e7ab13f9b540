# Written by `nox -s generate` from src; do not edit.
"""The judge around a WSGI application."""

from collections.abc import Callable, Iterable
from typing import Any, Protocol, TypeAlias

from antiphon.rules.profile import Profile
from antiphon.testing.judged_response import OnFinding
from antiphon.testing.judging import BODY_LIMIT, Judging

Application: TypeAlias = Callable[[dict[str, Any], Any], Iterable[bytes]]

class StrictWSGI:
    """A WSGI application whose responses are judged as they are sent, as a real server would see them.

    With `on_finding="raise"` an error is raised as WrongResponse: what is wrong with status and fields out of
    `start_response`, what is wrong with the content when the last piece is asked for, or before the server gets any of
    it, where the application returns a list or a tuple. Warnings are logged ("antiphon.testing"). "log" logs both; a
    function is called with a JudgedResponse, at the end of each response that has findings. A response is kept in
    memory up to `body_limit` octets. Of a file that is given to `wsgi.file_wrapper`, the fields are judged.
    """

    app: Application
    judging: Judging
    begun: Callable[[Unsettled], object]

    def __init__(
        self,
        app: Application,
        *,
        on_finding: OnFinding = "raise",
        profile: Profile = "default",
        body_limit: int = BODY_LIMIT,
    ) -> None: ...
    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Answer as the application does. Raises WrongResponse as the class says."""

    def __getattr__(self, name: str) -> Any:
        """Attributes of the application itself."""

class Unsettled(Protocol):
    """An exchange that goes on."""

    def settle(self) -> None:
        """Judge what was sent so far as the response. Counts once."""

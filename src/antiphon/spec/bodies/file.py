"""A file: all of it, or the ranges that a request asks for."""

from __future__ import annotations

from typing import Any, Literal

from antiphon.runtime.plan import BodyPlan, Recipe
from antiphon.spec.model import Model


class FileBody(Model, frozen=True):
    """The response carries a file, which each response names or gives open.

    A 200 answers conditions and ranges as well: it is sent with the status 206, 304, 412 or 416 where the request asks
    for it (RFC 9110 sections 13 to 15).
    """

    kind: Literal["file"] = "file"
    """The tag of this body kind."""
    media_type: str | None = None
    """The media type, with parameters if it has any; None where the name of the file says it."""
    root: str | None = None
    """The folder below which every path must lead; None where any path is sent."""
    missing: Literal["error", "not_found"] = "error"
    """A file that is not there is an error of the service, or an empty 404."""
    ranges: bool = True
    """Whether parts of the file are sent to who asks for them."""

    def plan(self, status: int) -> BodyPlan:
        """The file is opened when the response is sent."""
        # Here, since it loads asyncio, and specs are judged and shown without.
        from antiphon.runtime.files.content import file_content

        arguments: dict[str, Any] = {
            "root": self.root,
            "missing": self.missing,
            "ranges": self.ranges,
            "names_type": self.media_type is None,
        }
        recipe = Recipe(file_content.__module__, "file_content", arguments)
        content = file_content(**arguments)
        return BodyPlan(self.media_type, None, content, "FileResponse", recipe, statuses=self.statuses(status))

    def statuses(self, status: int) -> tuple[int, ...]:
        """The statuses with which a response of that declared status may be sent, in ascending order."""
        conditional = (*((206, 416) if self.ranges else ()), 304, 412) if status == 200 else ()
        return tuple(sorted({status, *conditional, *((404,) if self.missing == "not_found" else ())}))

"""Problem details (RFC 9457), fixed when the response is declared.

For details that vary, declare `.json(Problem)`.
"""

from __future__ import annotations

from typing import Literal

import msgspec
from pydantic import field_validator

from antiphon.runtime.plan import BodyPlan
from antiphon.spec.model import Model


class ProblemBody(Model, frozen=True):
    """The response carries problem details: the members of RFC 9457 section 3.1. `status` is the response's own."""

    kind: Literal["problem"] = "problem"
    """The tag of this body kind."""
    type: str | None = None
    """A URI reference that identifies the kind of problem; None means `about:blank`."""
    title: str | None = None
    """A short summary of the kind of problem."""
    detail: str | None = None
    """An explanation of this occurrence."""
    instance: str | None = None
    """A URI reference that identifies this occurrence."""
    extensions: str | None = None
    """Members of the problem's own kind (RFC 9457 section 3.2), as the text of a JSON object."""

    @field_validator("extensions")
    @classmethod
    def _is_an_object(cls, text: str | None) -> str | None:
        try:
            msgspec.json.decode(text or "{}", type=dict[str, object])
        except msgspec.MsgspecError:
            raise ValueError("the text of a JSON object is needed") from None
        return text

    def plan(self, status: int) -> BodyPlan:
        """The whole content is known when the response is declared."""
        members = {
            "type": self.type,
            "title": self.title,
            "status": status,
            "detail": self.detail,
            "instance": self.instance,
        }
        own = {} if self.extensions is None else msgspec.json.decode(self.extensions, type=dict[str, msgspec.Raw])
        said = {name: value for name, value in members.items() if value is not None}
        octets = msgspec.json.encode(said | {name: own[name] for name in own if name not in members})
        return BodyPlan("application/problem+json", octets, None, "JSONResponse")

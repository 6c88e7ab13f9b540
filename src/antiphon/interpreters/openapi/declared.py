"""The things that can be described: anything that declares a response, with its name where it has one."""

from __future__ import annotations

from typing import Any, NamedTuple

from antiphon.builder.steps import ResponseDraft
from antiphon.http.status import phrase
from antiphon.spec import ResponseSpec


class Declared(NamedTuple):
    """A response and its name; the name is empty for a bare spec and a draft."""

    spec: ResponseSpec
    name: str = ""

    @property
    def key(self) -> str:
        """Its key in a Responses Object: the status, or the family of statuses."""
        return self.spec.family or str(self.spec.status)

    @property
    def label(self) -> str:
        """The name, or the words of the status where there is none."""
        words = phrase(self.spec.status).split() or ["Status", str(self.spec.status)]
        return self.name or "".join(word.title() for word in words)


def declared(thing: Any) -> Declared:
    """The response that a spec, a draft, a compiled function or a class of replies declares. Raises TypeError."""
    if isinstance(thing, Declared):
        return thing
    if isinstance(thing, ResponseSpec):
        return Declared(thing)
    if isinstance(thing, ResponseDraft):
        return Declared(thing.spec())
    spec = getattr(thing, "spec", None)
    if not isinstance(spec, ResponseSpec):
        what = f"{thing!r} declares no response"
        raise TypeError(f"{what}: give a ResponseSpec, a draft, a compiled response or a class of replies")
    return Declared(spec, str(getattr(thing, "__name__", "")))

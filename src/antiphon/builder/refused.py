"""The error of a step that was refused, at the user's own line."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError

from antiphon.diagnostics.call_site import CallSite
from antiphon.diagnostics.refusal import Refusal
from antiphon.diagnostics.refusals import WRONG_TYPE
from antiphon.errors import SpecError


def refused(
    what: str, path: str, help: str, call_site: CallSite, reason: Refusal = WRONG_TYPE, *, cite: str = ""
) -> SpecError:
    """A SpecError with this one finding. Without a help or a citation of its own it has those of the reason."""
    return SpecError([reason.found(what, path=path, position=call_site.position(), help=help, citation=cite)])


def validated(model: Any, path: str, call_site: CallSite, /, **values: Any) -> Any:
    """A model of these values. A value of the wrong type raises a SpecError at the user's line, never showing it."""
    try:
        return model(**values)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False, include_context=False)[0]
        where = ".".join(str(part) for part in first["loc"] if not str(part).endswith("]"))
        what = f"{where or model.__name__}: {first['msg'][0].lower()}{first['msg'][1:]}"
        raise refused(what, path, "", call_site) from None

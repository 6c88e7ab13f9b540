"""A class statement must say the type of its content: `class Users(JSONLinesReply[User])`."""

from __future__ import annotations

from typing import Any

from antiphon.builder.refused import refused
from antiphon.diagnostics.call_site import CallSite
from antiphon.diagnostics.refusals import NO_CONTENT_TYPE


def check_said(reply: type, model: Any, call_site: CallSite, *, content: str, written: str) -> None:
    """Raises SpecError where the statement says no type. `content` is what has none, `written` a base that says one."""
    if model is None:
        what = f"{reply.__name__} does not say what its {content}"
        raise refused(what, "body", f"write `class {reply.__name__}({written})`", call_site, NO_CONTENT_TYPE)

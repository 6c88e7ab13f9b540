"""Why a step is absent from a state, for whoever has no type checker."""

from __future__ import annotations

from typing import NoReturn

from antiphon.diagnostics.call_site import CallSite
from antiphon.diagnostics.diagnostic import Diagnostic
from antiphon.errors import SpecError

_BODY_STEPS = frozenset(("json", "json_value", "html", "text", "bytes", "problem"))


def explain(state: str, status: int, step: str) -> NoReturn:
    """Raise the AttributeError of a step that a state does not have, with the reason where there is one."""
    reason = ""
    if state in ("BodilessDraft", "RedirectDraft", "DraftMissingLocation") and step in _BODY_STEPS:
        reason = f": a response with status {status} has no content here (RFC 9110 sections 6.4.1 and 15)"
    elif step in ("compile", *_BODY_STEPS) and state.startswith("DraftMissing"):
        field = state.removeprefix("DraftMissing")
        reason = f": status {status} demands {_STEPS[field]} first (RFC 9110 section 15)"
    elif state == "Fragment" and step == "accept_finding":
        reason = ": a finding is accepted on the drafts that have it; on one without it, the acceptance would be unused"
    elif state == "Fragment" and step in ("compile", "params", *_BODY_STEPS):
        reason = ": a fragment has field lines and cookies alone; add it to a draft, respond(...).add(...)"
    raise AttributeError(f"{state!r} object has no attribute {step!r}{reason}", name=step)


_STEPS = {
    "Location": ".location(...), or a Location param",
    "WWWAuthenticate": ".www_authenticate(...), or a Challenge param",
    "Allow": ".allow(...), or an Allow param",
    "ContentRange": ".content_range(...), or a ContentRange param",
}


def body_twice(declared: object, call_site: CallSite) -> SpecError:
    """The error for a second body step: one of the two would be lost without a word."""
    return SpecError(
        [
            Diagnostic(
                code="AN000",
                slug="body-declared-twice",
                level="error",
                path="body",
                message=f"the response has a body already: {type(declared).__name__}",
                help="keep one body step; a response has one kind of content",
                citation="RFC 9110 section 6.4: a message has one content",
                position=call_site.position(),
            )
        ]
    )

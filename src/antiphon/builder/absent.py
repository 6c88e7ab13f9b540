"""Why a step is absent from a state, for whoever has no type checker."""

from __future__ import annotations

from typing import Any, NoReturn

from antiphon.diagnostics.pages import error_url, page_note

_BODY_STEPS = frozenset(("json", "json_value", "html", "text", "bytes", "stream", "file", "problem", "body"))

#: The step that each state without its required field asks for.
_DEMANDED = {
    "Location": ".location(...), or a Location param",
    "WWWAuthenticate": ".www_authenticate(...), or a Challenge param",
    "Allow": ".allow(...), or an Allow param",
    "ContentRange": ".content_range(...), or a ContentRange param",
}

#: Names of steps in other libraries, and what to write here.
_ELSEWHERE = {
    "set_cookie": "write .cookie(...), .host_cookie(...) or .insecure_cookie(...)",
    "set_header": "write .header(name, value), or the field's own step",
    "status": "the status is where a draft begins: respond(status)",
    "media_type": "write .bytes(media_type), or .json(model, media_type=...)",
    "content": "write .json(...), .text(...), .html(...), .bytes(...) or .problem(...)",
    "build": "write .compile()",
    "param": "write .header_param(...), .cookie_param(...) or .placeholder_param(...)",
}


class AbsentStepError(AttributeError):
    """A step that a state of a draft does not have. `reason` is empty where there is none."""

    def __init__(self, state: str, step: str, reason: str) -> None:
        self.state = state
        self.step = step
        self.reason = reason
        super().__init__(f"{state!r} object has no attribute {step!r}{reason and ': '}{reason}", name=step)
        self.add_note(page_note(error_url("AbsentStepError")))

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.state, self.step, self.reason)


def explain(state: str, status: int, step: str) -> NoReturn:
    """Raise the error of a step that a state does not have, with the reason where there is one."""
    raise AbsentStepError(state, step, _reason(state, status, step))


def _reason(state: str, status: int, step: str) -> str:
    if state in ("BodilessDraft", "RedirectDraft", "DraftMissingLocation") and step in _BODY_STEPS:
        return f"a response with status {status} has no content here (RFC 9110 sections 6.4.1 and 15)"
    if state.startswith("DraftMissing") and step in ("compile", *_BODY_STEPS):
        field = state.removeprefix("DraftMissing")
        return f"status {status} demands {_DEMANDED[field]} first (RFC 9110 section 15)"
    if state == "Fragment" and step == "accept_finding":
        return "a finding is accepted on the drafts that have it; on one without it, the acceptance would be unused"
    if state == "Fragment" and step in ("compile", "params", *_BODY_STEPS):
        return "a fragment has field lines and cookies alone; add it to a draft, respond(...).add(...)"
    return _ELSEWHERE.get(step, "")

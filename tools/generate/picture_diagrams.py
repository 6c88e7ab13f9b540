"""Diagrams: the way of a response, and the states of a draft, which follow from the table of statuses."""

from __future__ import annotations

from antiphon.http.status import STATUSES
from drawing import ACCENTS, LINE, Drawing
from missing import STATES

_BEFORE = (
    ("you write", "respond(201).json(User)...", "class UserCreated(...)", "blue"),
    ("a spec", "immutable; may be wrong", "ResponseSpec", "grey"),
    ("rules judge it", "every finding at once", "SpecError, antiphon check", "red"),
    ("it is compiled", "octets that never change,", "code for what does", "green"),
)
_AFTER = (
    ("a call", "created(user, location=...)", "typed keywords", "blue"),
    ("content and params", "encoded, and held to", "their grammar", "red"),
    ("octets are joined", "status, field lines,", "content", "green"),
    ("the framework sends", "ASGI; Starlette's", "response too", "grey"),
)


def flow() -> str:
    """The way of a response: once at import, and again with each request."""
    picture = Drawing(820, 330, "The way of a response: declared, judged and compiled once; called and sent each time")
    for y, heading, steps in ((24, "Once, when the module is imported", _BEFORE), (176, "With each request", _AFTER)):
        picture.text(20 if y < 100 else 128, y + 6, heading, size=14, bold=True)
        for index, (title, first, second, accent) in enumerate(steps):
            x = 20 + index * 200
            picture.box(x, y + 18, 180, 84, accent=accent)
            picture.text(x + 90, y + 43, title, size=14, colour=ACCENTS[accent], anchor="middle", bold=True)
            picture.text(x + 90, y + 65, first, size=12, anchor="middle")
            picture.text(x + 90, y + 83, second, size=12, anchor="middle")
            if index:
                picture.arrow(x - 19, y + 60, x - 1, y + 60)
    picture.line(710, 127, 710, 149)
    picture.line(710, 149, 110, 149)
    picture.arrow(110, 149, 110, 193)
    notes = "From the same spec: stubs, the OpenAPI document, a module ahead of time, JSON."
    picture.text(20, 312, notes, size=13, colour=LINE)
    return picture.svg


def states() -> str:
    """The states of a draft: which status begins in which, and the step that leads to one that compiles."""
    obliged = {name for name, *_ in STATES}
    lacking = [
        (", ".join(str(s.code) for s in STATUSES.values() if field in s.obliged),
         f"DraftMissing{field.replace('-', '')}", f".{step}(...)")
        for field, step in (("Location", "location"), *((field, step) for field, step, *_ in STATES))
    ]  # fmt: skip
    _hold_to_the_table(obliged | {"Location"})
    picture = Drawing(820, 112 + 74 * (len(lacking) + 2), "The states of a draft, and the step that each one lacks")
    picture.text(20, 30, "respond(status)", size=13, bold=True)
    picture.text(210, 30, "a draft in this state", size=13, bold=True)
    picture.text(600, 30, "and then", size=13, bold=True)
    y = 48
    for begin, state, step in lacking:
        _row(picture, y, begin, state, "no compile()", accent="red")
        picture.arrow(440, y + 25, 598, y + 25)
        picture.text(518, y + 17, step, size=11, anchor="middle", mono=True)
        kind = "RedirectDraft" if step == ".location(...)" else "Draft"
        _ready(picture, 600, y, kind)
        y += 74
    _row(picture, y, "204, 205, 304", "BodilessDraft", "no body step; compiles", accent="green")
    _compiles(picture, y)
    y += 74
    _row(picture, y, "any other", "Draft", "every step; compiles", accent="green")
    _compiles(picture, y)
    y += 82
    picture.text(20, y + 4, "A misspelt step, a body on 204, or a compile() too soon is an error", size=13, colour=LINE)
    picture.text(
        20, y + 24, "in mypy, pyright, ty and pyrefly, and an AbsentStepError without them.", size=13, colour=LINE
    )
    return picture.svg


def _hold_to_the_table(fields: set[str]) -> None:
    """Raises LookupError where the table of statuses obliges a field that the picture does not show or exempt."""
    exempt = {"Upgrade", "Proxy-Authenticate"}  # of servers and proxies: given as plain fields, and judged by rules
    unknown = {field for status in STATUSES.values() for field in status.obliged} - fields - exempt
    if unknown:
        raise LookupError(f"the picture of a draft's states does not know {sorted(unknown)}")


def _row(picture: Drawing, y: float, begin: str, state: str, says: str, *, accent: str) -> None:
    picture.text(20, y + 29, begin, size=11, mono=True)
    picture.arrow(182, y + 25, 208, y + 25)
    picture.box(210, y, 230, 50, accent=accent)
    picture.text(325, y + 22, state, size=12, anchor="middle", mono=True)
    picture.text(325, y + 40, says, size=12, colour=ACCENTS[accent], anchor="middle")


def _ready(picture: Drawing, x: float, y: float, kind: str) -> None:
    picture.box(x, y, 200, 50, accent="green")
    picture.text(x + 100, y + 22, kind, size=12, anchor="middle", mono=True)
    picture.text(x + 100, y + 40, "compiles", size=12, colour=ACCENTS["green"], anchor="middle")


def _compiles(picture: Drawing, y: float) -> None:
    picture.arrow(440, y + 25, 598, y + 25)
    picture.text(518, y + 17, ".compile()", size=11, anchor="middle", mono=True)
    picture.box(600, y, 200, 50, accent="blue")
    picture.text(700, y + 22, "Compiled", size=12, anchor="middle", mono=True)
    picture.text(700, y + 40, "a function", size=12, colour=ACCENTS["blue"], anchor="middle")

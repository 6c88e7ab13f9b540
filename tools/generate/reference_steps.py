"""Writes `docs/reference/steps.md`, a table of all steps, and a page for each family of them in `steps/`."""

from __future__ import annotations

import inspect
import re
import typing
from collections.abc import Callable, Iterator
from typing import Any

from antiphon.builder import BodilessDraft, Draft, Fragment, RedirectDraft
from antiphon.builder.missing import DraftMissingLocation, DraftMissingWWWAuthenticate
from antiphon.headers.registry import FIELDS, field_class

#: The states that differ in their steps. The other states that lack a field are like that of a 401, but for the field.
STATES: dict[str, type] = {
    "Draft": Draft,
    "RedirectDraft": RedirectDraft,
    "BodilessDraft": BodilessDraft,
    "DraftMissingWWWAuthenticate": DraftMissingWWWAuthenticate,
    "DraftMissingLocation": DraftMissingLocation,
    "Fragment": Fragment,
}

_BODIES = ("json", "json_value", "json_lines", "problem", "text", "html", "bytes", "stream", "events", "file", "body")
_OWN = (
    *("add", "describe", "example", "document", "added_field", "site", "background", "accept_finding", "from_content"),
    *("spec", "check", "compile"),
)

_HEAD = """\
# Steps

Every step gives a new draft; the one before it stays as it is. Which steps there are depends on the state, and the
state on the status.

![The states of a draft, and the step that each one lacks.](../pictures/draft-states.svg)

A step is refused with a `SpecError` at its own line where its value cannot be declared
([AN020](../rules/AN020.md), [AN021](../rules/AN021.md)), and with an `AbsentStepError` where the state does not have
it. Whether the whole is right is asked at `compile()`.
<!-- Written by `nox -s generate`; do not edit. -->
"""

_FAMILY = """\
# {title}

{about} "Everywhere" means each of the [states](../steps.md) {states}.
<!-- Written by `nox -s generate`; do not edit. -->
"""

#: By the name of its page: the title of a family of steps, and a sentence.
_FAMILIES = {
    "content": ("Steps for content", "A response has one of these."),
    "fields": ("Steps for fields", "One for each field that has a class, and `header` for any other."),
    "cookies": ("Steps for cookies", "Secure, HttpOnly, SameSite=Lax and Path=/ unless they say otherwise."),
    "params": ("Steps for params", "What each call gives."),
    "the-draft": ("Steps of the draft itself", "What is shared, documented, judged and compiled."),
}


def steps() -> dict[str, str]:
    """The pages by their names without `.md`."""
    fields = {one.__name__: one for name in FIELDS if (one := field_class(name))}
    by_step = {_step_of(one.field_name): one.field_name for one in fields.values()}
    names = sorted({name for state in STATES.values() for name in dir(state) if not name.startswith("_")})
    params = [name for name in names if name == "params" or "param" in name.split("_")]
    cookies = [name for name in names if "cookie" in name and name not in params]
    bodies = [name for name in names if name in _BODIES]
    own = [name for name in names if name in _OWN]
    lines = [name for name in names if name not in {*params, *cookies, *bodies, *own}]
    states = ", ".join(f"`{name}`" for name in STATES)
    whole, pages = [_HEAD], {}
    for (page, (title, about)), group in zip(_FAMILIES.items(), (bodies, lines, cookies, params, own), strict=True):
        head = _FAMILY.format(title=title, about=about, states=states)
        pages[f"steps/{page}"] = "\n".join([head, *(_step(name, by_step.get(name)) for name in group)])
        rows = "\n".join(f"| [{name}](steps/{page}.md#{name}) | {_first_line(name)} |" for name in group)
        whole.append(f"## {title}\n\n{about}\n\n| step | |\n| --- | --- |\n{rows}\n")
    whole.append(f"```{{toctree}}\n:hidden:\n{chr(10).join(pages)}\n```\n")
    return {"steps": "\n".join(whole)} | pages


def _first_line(name: str) -> str:
    """The first sentences of a step's docstring, for a table."""
    doc = inspect.cleandoc(_found(name).__doc__ or "")
    return " ".join(doc.partition("\n\n")[0].split()).replace("|", "\\|")


def _found(name: str) -> Any:
    """The step, of the first state that has it."""
    return next(getattr(state, name) for state in STATES.values() if hasattr(state, name))


def _step_of(field_name: str) -> str:
    return field_name.lower().replace("-", "_")


def _step(name: str, field: str | None) -> str:
    there = [state for state, cls in STATES.items() if hasattr(cls, name)]
    function = _found(name)
    where = "everywhere" if len(there) == len(STATES) else ", ".join(f"`{state}`" for state in there)
    sends = f" Sends [{field}](../fields.md#{field.lower()})." if field else ""
    shown = "\n".join(_signatures(name, function))
    doc = inspect.cleandoc(function.__doc__ or "")
    return f"## {name}\n\n```text\n{shown}\n```\n\n{doc}\n\nIn: {where}.{sends}\n"


def _signatures(name: str, function: Any) -> Iterator[str]:
    """How it is called: a line for each overload, or the one signature there is."""
    if isinstance(function, property):
        yield f".{name}"
        return
    several: list[Callable[..., Any]] = list(typing.get_overloads(function))
    yield from dict.fromkeys(f".{name}{signature(one)}" for one in several or [function])


def signature(function: Callable[..., Any]) -> str:
    """A function's parameters as they are written, without `self` and without what it returns."""
    found = inspect.signature(function)
    kept = [
        one.replace(default=one.default if one.default is one.empty else _Written(one.default))
        for one in found.parameters.values()
        if one.name not in ("self", "cls")
    ]
    shown = str(found.replace(parameters=kept, return_annotation=inspect.Signature.empty))
    shown = re.sub(r": '((?:[^']|'(?=\w+'))*?)'(?=[,)]| = )", r": \1", shown)
    return shown if len(shown) < 100 else _folded(kept)


class _Written:
    """A default as it is shown: a class by its name, and a mark that means "not given" as three dots."""

    def __init__(self, value: object) -> None:
        self.value = value

    def __repr__(self) -> str:
        if isinstance(self.value, type):
            return self.value.__name__
        return "..." if type(self.value) is object else repr(self.value)


def _folded(parameters: list[inspect.Parameter]) -> str:
    """One parameter a line, for what would be too long for a telephone."""
    lines, keyword = [], False
    for one in parameters:
        if one.kind is one.KEYWORD_ONLY and not keyword:
            keyword = True
            lines.append("    *,")
        star = "*" if one.kind is one.VAR_POSITIONAL else "**" if one.kind is one.VAR_KEYWORD else ""
        keyword = keyword or one.kind is one.VAR_POSITIONAL
        said = "" if one.annotation is one.empty else f": {one.annotation}"
        default = "" if one.default is one.empty else f" = {one.default!r}"
        lines.append(f"    {star}{one.name}{said}{default},")
    return "(\n" + "\n".join(lines) + "\n)"

"""The differences between two descriptions of a project: responses that came, went, or are sent otherwise."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from antiphon.cli.preview_pages.project import ChangeShown, ChangesShown, LineShown, ProjectShown, ResponseShown


def changes(before: ProjectShown, now: ProjectShown, against: str) -> ChangesShown:
    """The differences, in the order of the page; `against` says in words which run was before.

    Responses are the same by their module and name; compared are their signatures and their wire forms. A response of
    a module that could not be read to its end is not called removed.
    """
    old = {response.key: response for response in before.responses}
    new = {response.key: response for response in now.responses}
    found = []
    for key, response in new.items():
        lines = _difference(old.get(key), response)
        if any(line.kind != "same" for line in lines):
            found.append(
                ChangeShown(kind="changed" if key in old else "added", key=key, name=response.name, lines=lines)
            )
    for key, response in old.items():
        if key not in new and now.is_whole:
            lines = _difference(response, None)
            found.append(ChangeShown(kind="removed", key=key, name=response.name, lines=lines))
    return ChangesShown(against=against, responses=tuple(found))


def _difference(old: ResponseShown | None, new: ResponseShown | None) -> tuple[LineShown, ...]:
    before, after = (_lines(one) if one else [] for one in (old, new))
    found: list[LineShown] = []
    for kind, a, b, c, d in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            found += (LineShown(kind="same", text=text) for text in before[a:b])
        else:
            found += (LineShown(kind="removed", text=text) for text in before[a:b])
            found += (LineShown(kind="added", text=text) for text in after[c:d])
    return tuple(found)


def _lines(response: ResponseShown) -> list[str]:
    """A response as lines of text: how it is called, and what it sends."""
    return [*response.signature.splitlines(), "", *wire_lines(response)]


def wire_lines(response: ResponseShown) -> Iterable[str]:
    """The wire form, line by line; why there is none where it cannot be sent."""
    wire = response.wire
    if wire is None:
        return [f"(not sent: {response.gap})"]
    head = [f"HTTP/1.1 {wire.status} {wire.phrase}".rstrip(), *(f"{one.name}: {one.value}" for one in wire.fields)]
    content = (wire.text or "").splitlines() if wire.base64 is None else [f"({wire.octets} octets)", wire.base64]
    return [*head, "", *content] if content else head

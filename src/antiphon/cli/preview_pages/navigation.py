"""The list of all responses, and the filter above it."""

from __future__ import annotations

from collections.abc import Mapping

from antiphon.cli.preview_pages.markup import Markup, element
from antiphon.cli.preview_pages.project import ProjectShown, ResponseShown
from antiphon.cli.terminal.words import counted

#: The choices of the filter: the value that the script reads, and the words.
_CHOICES = {"all": "all responses", "findings": "those with findings", "changed": "those that changed"}


def navigation(project: ProjectShown, ids: Mapping[str, str]) -> Markup:
    """Links to the responses, module by module."""
    changed = {one.key: one.kind for one in (project.changes.responses if project.changes else ())}
    lists = [
        element(
            "div",
            {"class": "list"},
            element("h2", {}, module.name),
            element("ul", {}, [_item(one, ids[one.key], changed.get(one.key, "")) for one in module.responses]),
        )
        for module in project.modules
    ]
    return element("nav", {"aria-label": "Responses"}, _filter(), lists)


def _item(response: ResponseShown, identifier: str, change: str) -> Markup:
    notes = [counted(len(response.findings), "finding")] if response.findings else []
    notes += [change] if change else []
    return element(
        "li",
        {"data-for": identifier},
        element(
            "a",
            {"href": f"#{identifier}"},
            element("span", {"class": "status"}, str(response.status)),
            " ",
            element("span", {"class": "name"}, response.name),
            [[" ", element("span", {"class": "note"}, note)] for note in notes],
        ),
    )


def _filter() -> Markup:
    """The filter, which the script shows: without one it would do nothing."""
    options = [element("option", {"value": value}, words) for value, words in _CHOICES.items()]
    return element(
        "form",
        {"role": "search", "id": "filter", "aria-label": "Filter responses", "hidden": True},
        element("label", {"for": "words"}, "Words in a response"),
        element("input", {"type": "search", "id": "words", "autocomplete": "off", "spellcheck": "false"}),
        element("label", {"for": "only"}, "Show"),
        element("select", {"id": "only"}, options),
        element("p", {"role": "status", "id": "count"}),
    )

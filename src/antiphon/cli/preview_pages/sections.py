"""The parts of the page that are about no single response: what could not be read, and what has changed."""

from __future__ import annotations

from collections.abc import Mapping

from antiphon.cli.collecting.document import FindingDocument
from antiphon.cli.preview_pages.markup import Child, Markup, element, prose
from antiphon.cli.preview_pages.project import ChangeShown, ProjectShown
from antiphon.diagnostics.pages import page_url

_SIGNS = {"same": "  ", "added": "+ ", "removed": "- "}
_ELEMENTS = {"same": "span", "added": "ins", "removed": "del"}


def problems_section(project: ProjectShown) -> Markup | None:
    """The findings that belong to no response, and what could not be reached; None where there is nothing to say."""
    items = [finding_item(finding) for finding in project.findings]
    items += [
        element(
            "li",
            {"class": "finding error"},
            element("p", {}, element("strong", {}, "not read"), " ", one.what),
            element("p", {"class": "place"}, one.where),
            element("p", {}, "Help: ", prose(one.help), "."),
        )
        for one in project.not_run
    ]
    if project.stopped:
        text = f"Not read to the end: {', '.join(project.stopped)}. Responses below the error are missing here."
        items.append(element("li", {"class": "finding"}, element("p", {}, text)))
    if not items:
        return None
    return element(
        "section",
        {"aria-labelledby": "problems"},
        element("h2", {"id": "problems"}, "Findings about modules"),
        element("ul", {"class": "findings"}, items),
    )


def finding_item(finding: FindingDocument) -> Markup:
    """One finding: what is wrong, where, what to write, and who says so."""
    where = finding.position
    place = f"{where.file}:{where.line}:{where.column}" if where else ""
    if finding.path:
        place = f"{place} ({finding.path})" if place else finding.path
    return element(
        "li",
        {"class": f"finding {finding.level}"},
        element(
            "p",
            {},
            element("strong", {}, finding.level),
            " ",
            element("code", {}, finding.code),
            " ",
            prose(finding.message),
        ),
        element("p", {"class": "place"}, place) if place else None,
        element("p", {}, "Help: ", prose(finding.help), "."),
        element(
            "p",
            {"class": "cite"},
            f"{finding.citation}; ",
            element("a", {"href": page_url(finding.code)}, f"more about {finding.code}"),
            ", also by ",
            element("code", {}, f"antiphon rule {finding.code}"),
        ),
    )


def changes_section(project: ProjectShown, ids: Mapping[str, str]) -> Markup | None:
    """The differences from an earlier run; None where there is nothing to compare with."""
    changes = project.changes
    if changes is None:
        return None
    items = [_change(change, ids.get(change.key)) for change in changes.responses]
    return element(
        "section",
        {"aria-labelledby": "changes"},
        element("h2", {"id": "changes"}, f"Changes since {changes.against}"),
        items or element("p", {}, "Every response is called and sent as it was then."),
    )


def _change(change: ChangeShown, identifier: str | None) -> Markup:
    name: Child = element("a", {"href": f"#{identifier}"}, change.name) if identifier else change.name
    lines = [
        element(_ELEMENTS[line.kind], {"class": "line"}, f"{_SIGNS[line.kind]}{line.text}\n") for line in change.lines
    ]
    return element(
        "div",
        {"class": "change"},
        element("h3", {}, name, " ", element("span", {"class": f"note {change.kind}"}, change.kind)),
        element(
            "details",
            {"data-key": f"change {change.key}", "open": change.kind == "changed"},
            element("summary", {}, f"Lines of {change.name}"),
            element("pre", {"class": "difference"}, element("code", {}, lines)),
        ),
    )

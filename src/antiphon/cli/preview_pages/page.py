"""The page of a project: one HTML document that asks for nothing else, and is useful without its script."""

from __future__ import annotations

import functools
import hashlib
from base64 import b64encode
from collections.abc import Mapping
from importlib.resources import files

from antiphon.cli.preview_pages.article import article
from antiphon.cli.preview_pages.identifiers import identifiers
from antiphon.cli.preview_pages.markup import Markup, element, joined, raw
from antiphon.cli.preview_pages.navigation import navigation
from antiphon.cli.preview_pages.project import ModuleShown, ProjectShown
from antiphon.cli.preview_pages.sections import changes_section, problems_section
from antiphon.cli.terminal.words import counted


def page(project: ProjectShown, *, live: str = "") -> str:
    """The document. `live` names the state that a server shows: the page then asks the server for the next one."""
    ids = identifiers(project)
    head = element(
        "head",
        {},
        element("meta", {"charset": "utf-8"}),
        element("meta", {"http-equiv": "Content-Security-Policy", "content": policy(live=bool(live))}),
        element("meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"}),
        element("meta", {"name": "color-scheme", "content": "light dark"}),
        element("meta", {"name": "referrer", "content": "no-referrer"}),
        element("title", {}, f"{project.title}: {counted(len(project.responses), 'response')}"),
        raw("style", {}, asset("preview.css")),
    )
    body = element(
        "body",
        {},
        element("a", {"class": "skip", "href": "#responses"}, "Skip to the responses"),
        _header(project, live=bool(live)),
        element(
            "div",
            {"class": "columns"},
            navigation(project, ids),
            element(
                "main",
                {"id": "responses", "tabindex": "-1"},
                problems_section(project),
                changes_section(project, ids),
                [_module(module, project, ids) for module in project.modules],
                element("p", {"id": "nothing", "hidden": True}, "No response has these words."),
            ),
        ),
        raw("script", {}, asset("preview.js")),
    )
    return f"<!doctype html>\n{element('html', {'lang': 'en', 'data-live': live}, head, body)}\n"


@functools.cache
def policy(*, live: bool) -> str:
    """The Content-Security-Policy of the page: its own style and script by their hashes, and nothing that is loaded."""
    directives = {
        "default-src": "'none'",
        "style-src": _hash("preview.css"),
        "script-src": _hash("preview.js"),
        **({"connect-src": "'self'"} if live else {}),
        "base-uri": "'none'",
        "form-action": "'none'",
        "require-trusted-types-for": "'script'",
    }
    return "; ".join(f"{name} {value}" for name, value in directives.items())


@functools.cache
def asset(name: str) -> str:
    """A file that the page has in it."""
    return files("antiphon.cli.preview_pages").joinpath("assets", name).read_text(encoding="utf-8")


def _hash(name: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(asset(name).encode()).digest()).decode()}'"


def _header(project: ProjectShown, *, live: bool) -> Markup:
    findings = len(project.findings) + sum(len(response.findings) for response in project.responses)
    facts = [
        f"{counted(len(project.responses), 'response')} in {counted(len(project.modules), 'module')}",
        counted(findings, "finding") + (f", {project.ignored} ignored by the configuration" if project.ignored else ""),
    ]
    if project.changes is not None:
        facts.append(f"{counted(len(project.changes.responses), 'change')} since {project.changes.against}")
    controls = element(
        "p",
        {"class": "live", "id": "live", "hidden": True},
        element("label", {}, element("input", {"type": "checkbox", "id": "reload", "checked": True}), " Follow files"),
        " ",
        element("span", {"role": "status", "id": "said"}),
    )
    without = element("noscript", {}, element("p", {}, "Load the page again to see what has changed."))
    return element(
        "header",
        {},
        element("p", {"class": "brand"}, "antiphon preview"),
        element("h1", {}, "Responses of ", element("span", {"class": "title"}, project.title)),
        element("ul", {"class": "facts"}, [element("li", {}, fact) for fact in facts]),
        joined(controls, without) if live else None,
    )


def _module(module: ModuleShown, project: ProjectShown, ids: Mapping[str, str]) -> Markup:
    changed = {one.key: one.kind for one in (project.changes.responses if project.changes else ())}
    heading = f"module-{ids[module.name]}"
    return element(
        "section",
        {"class": "module", "aria-labelledby": heading},
        element("h2", {"id": heading}, module.name),
        element("p", {"class": "place"}, module.file) if module.file != module.name else None,
        [article(response, ids[response.key], changed.get(response.key, "")) for response in module.responses],
    )

"""The page in a real browser: the filter by keyboard, what screen readers are told, live reload, narrow windows."""

from __future__ import annotations

import itertools
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from antiphon.cli.collecting.collection import collect
from antiphon.cli.collecting.settings import Settings
from antiphon.cli.preview_pages.comparing import changes
from antiphon.cli.preview_pages.describing import describe
from antiphon.cli.preview_pages.page import page
from antiphon.cli.preview_pages.project import ProjectShown
from antiphon.cli.preview_pages.server import PreviewServer
from antiphon.cli.preview_pages.state import State, shown
from tests.cli.preview.projects import SHOP
from tests.support.chromium import Browser, browser
from tests.support.project import Project

_SHOWN = "[...document.querySelectorAll('article:not([hidden]) h3 a')].map(a => a.textContent)"


@pytest.fixture
def described(project: Project) -> ProjectShown:
    """A project with a module that raises and another as it was before."""
    project.write({"shop.py": SHOP, "broken.py": "1 / 0\n"})
    found = describe(collect(["shop", "broken"]), Settings(), ["shop", "broken"])
    module = found.modules[0]
    old = found.model_copy(update={"modules": (module.model_copy(update={"responses": module.responses[1:]}),)})
    return found.model_copy(update={"changes": changes(old, found, "the last run")})


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """One browser for all tests here."""
    with browser() as opened:
        yield opened


@pytest.fixture
def window(chromium: Browser) -> Browser:
    """A page of its own, as if nothing had been before."""
    chromium.begin()
    return chromium


def _open(window: Browser, project: ProjectShown, tmp_path: Path) -> None:
    file = tmp_path / "index.html"
    file.write_text(page(project), encoding="utf-8")
    window.open(file.as_uri())


def test_the_filter_by_keyboard(window: Browser, described: ProjectShown, tmp_path: Path) -> None:
    """Tab reaches it behind the skip link; words narrow the list; Enter leads to the first response; Escape ends it."""
    _open(window, described, tmp_path)
    window.press("Tab")
    assert "Skip to the responses" == window.value("document.activeElement.textContent")
    window.press("Tab")
    assert "words" == window.value("document.activeElement.id")

    window.write("set-cookie ada")

    assert ["created"] == window.value(_SHOWN)
    assert "1 of 5 responses" == window.value("document.getElementById('count').textContent")
    assert 1 == window.value("document.querySelectorAll('nav li:not([hidden])').length")
    window.press("Enter")
    assert "created" == window.value("document.activeElement.textContent")
    window.value("document.getElementById('words').focus()")
    window.press("Escape")
    assert 5 == len(window.value(_SHOWN))
    window.write("nothing has this")
    assert window.value("document.getElementById('nothing').checkVisibility()")
    assert [] == window.errors


@pytest.mark.parametrize(("only", "names"), [("findings", ["tracked"]), ("changed", ["UserShown"])])
def test_the_choice(window: Browser, described: ProjectShown, tmp_path: Path, only: str, names: list[str]) -> None:
    """Those with findings, and those that changed."""
    _open(window, described, tmp_path)
    choose = "const s = document.getElementById('only'); s.value = {}; s.dispatchEvent(new Event('change'))"
    window.value(f"{{ {choose.format(json.dumps(only))} }}")

    assert names == window.value(_SHOWN)


def test_a_link_to_a_response_that_is_filtered_away_shows_it(
    window: Browser, described: ProjectShown, tmp_path: Path
) -> None:
    """A link in the list of changes leads somewhere, whatever the filter says."""
    _open(window, described, tmp_path)
    window.value("document.getElementById('words').focus()")
    window.write("picture")
    window.value(
        "location.hash = 'shop-created'; new Promise(done => addEventListener('hashchange', () => setTimeout(done)))"
    )

    assert window.value("document.getElementById('shop-created').checkVisibility()")
    assert "" == window.value("document.getElementById('words').value")


def test_without_a_script(window: Browser, described: ProjectShown, tmp_path: Path) -> None:
    """Everything is there but the filter, which would do nothing."""
    window.call("Emulation.setScriptExecutionDisabled", value=True)
    _open(window, described, tmp_path)

    tree = window.call("Accessibility.getFullAXTree")["nodes"]
    names = {(node["role"]["value"], node.get("name", {}).get("value", "")) for node in tree if not node["ignored"]}
    assert {"search"}.isdisjoint(role for role, _ in names)
    assert {("heading", "created 201 Created"), ("heading", "Findings about modules")} <= names


def test_what_a_screen_reader_is_told(window: Browser, described: ProjectShown, tmp_path: Path) -> None:
    """Landmarks with names, an outline of headings without gaps, tables with captions, words beside colours."""
    _open(window, described, tmp_path)

    tree = window.call("Accessibility.getFullAXTree")["nodes"]
    named = {(node["role"]["value"], node.get("name", {}).get("value", "")) for node in tree if not node["ignored"]}
    assert {("navigation", "Responses"), ("search", "Filter responses"), ("main", ""), ("banner", "")} <= named
    assert {
        ("region", "shop"),
        ("article", "created 201 Created"),
        ("table", "__Host-session, whose value is the param session"),
    } <= named
    levels = window.value(
        "[...document.querySelectorAll('h1,h2,h3,h4')].filter(h => h.checkVisibility()).map(h => +h.tagName[1])"
    )
    main = window.value("[...document.querySelectorAll('main :is(h2,h3,h4)')].map(h => +h.tagName[1])")
    assert 1 == levels[0]
    assert all(after <= before + 1 for before, after in itertools.pairwise(main))
    marked = window.value("[...document.querySelectorAll('mark')].map(m => m.closest('.line').textContent)")
    assert marked
    assert all("(sample of " in line for line in marked)
    changed = window.value("[...document.querySelectorAll('ins, del')].map(e => e.tagName + e.textContent[0])")
    assert {"INS+"} == set(changed)


@pytest.mark.parametrize("width", [320, 768, 1440])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_window_is_too_narrow(
    window: Browser, described: ProjectShown, tmp_path: Path, width: int, scheme: str
) -> None:
    """Nothing is wider than the window (WCAG 2.2, 1.4.10), in both schemes."""
    window.call("Emulation.setDeviceMetricsOverride", width=width, height=800, deviceScaleFactor=1, mobile=False)
    window.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
    _open(window, described, tmp_path)
    window.value("document.querySelectorAll('details').forEach(one => one.open = true)")

    assert width >= window.value("document.documentElement.scrollWidth")
    ground = window.value("getComputedStyle(document.body).backgroundColor")
    assert (scheme == "dark") == (int(ground.split("(")[1].split(",")[0]) < 128)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(window: Browser, described: ProjectShown, tmp_path: Path, scheme: str) -> None:
    """The rules of axe-core for WCAG 2.2 AA, contrast among them, in both schemes."""
    axe = os.environ.get("AXE_CORE", "")
    if not Path(axe).is_file():
        pytest.skip("axe-core is not here: npm install axe-core, and name its axe.min.js in $AXE_CORE")
    window.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
    _open(window, described, tmp_path)
    window.value("document.querySelectorAll('details').forEach(one => one.open = true)")
    window.value(f"{Path(axe).read_text()}; 0")

    found = window.value("axe.run(document, {resultTypes: ['violations']})")

    assert [] == [(one["id"], [node["html"] for node in one["nodes"]]) for one in found["violations"]]
    assert len(found["passes"]) > 30


def test_live_reload(window: Browser, described: ProjectShown) -> None:
    """A change is shown where the reader was: the filter, the focus and what was open are as before, and it is said."""
    state = State(shown(described))
    server = PreviewServer(state, 0)
    with server.serving():
        window.open(server.url)
        window.value("document.getElementById('words').focus()")
        window.write("created")
        window.press("Enter")
        window.value("document.querySelector('#shop-created details').open = true")
        window.value("new Promise(done => setTimeout(done))")  # for the event that says so
        state.show(shown(described.model_copy(update={"title": "another"})))
        window.wait("Page.loadEventFired")

        assert "another: 5 responses" == window.value("document.title")
        assert ["created"] == window.value(_SHOWN)
        assert "created" == window.value("document.activeElement.textContent")
        assert window.value("document.querySelector('#shop-created details').open")
        said = _said(window)
        assert "The project has changed, and is shown as it is now." == said
        assert [] == window.errors


def test_live_reload_can_be_switched_off(window: Browser, described: ProjectShown) -> None:
    """A reader who is in the middle of something is told, and keeps the page."""
    state = State(shown(described))
    server = PreviewServer(state, 0)
    with server.serving():
        window.open(server.url)
        window.value("document.getElementById('reload').click()")
        state.show(shown(described.model_copy(update={"title": "another"})))

        assert "The project has changed. Load the page again to see how." == _said(window)
        assert "shop, broken: 5 responses" == window.value("document.title")


def _said(window: Browser) -> Any:
    """The status that screen readers announce, once there is one."""
    said = "document.getElementById('said')"
    return window.value(
        f"new Promise(done => {said}.textContent ? done({said}.textContent) : "
        f"new MutationObserver(() => done({said}.textContent)).observe({said}, {{childList: true}}))"
    )

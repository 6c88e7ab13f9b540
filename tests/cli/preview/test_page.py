"""The page of a project, as a function of its description."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antiphon.cli.preview_pages.markup import Markup, element, prose, raw
from antiphon.cli.preview_pages.page import asset, page, policy
from antiphon.diagnostics.pages import DOCS
from tests.cli.preview.projects import of_one_text

_ELEMENTS = {
    *("html", "head", "meta", "title", "style", "body", "header", "nav", "main", "section", "article", "div", "script"),
    *("h1", "h2", "h3", "h4", "p", "span", "a", "ul", "li", "pre", "code", "mark", "ins", "del", "strong", "details"),
    *("summary", "table", "caption", "thead", "tbody", "tr", "th", "td", "figure", "figcaption", "form", "label"),
    *("input", "select", "option", "noscript"),
}
_ATTRIBUTES = {
    *("lang", "charset", "name", "content", "http-equiv", "class", "id", "href", "hidden", "role", "type", "for"),
    *("tabindex", "scope", "value", "open", "autocomplete", "spellcheck", "checked"),
}
#: Texts that would be something else somewhere in a document.
_ODD = st.sampled_from([
    *("</script><script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "</style>", "<!--", "]]>", "&lt;"),
    *("javascript:a", "`x`", "\x00", "\ud800", "\u202e", "\x85", "' onclick='", "{{7*7}}", "\n\n"),
])  # fmt: skip


class _Read(HTMLParser):
    """The elements, attributes, links and text of a document."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.scripts: list[str] = []
        self.text = ""
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        self.attributes += attrs
        if tag not in ("meta", "input"):
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self._open[-1:] == ["script"]:
            self.scripts.append(data)
        elif self._open[-1:] != ["style"]:
            self.text += data


def _read(document: str) -> _Read:
    reader = _Read()
    reader.feed(document)
    reader.close()
    return reader


@given(st.lists(_ODD | st.text(max_size=20), max_size=4).map("".join))
def test_what_a_project_says_never_becomes_markup(text: str) -> None:
    """Whatever a text holds: the elements and attributes are the page's own; there is one script."""
    found = _read(page(of_one_text(text), live="0123"))

    assert set(found.elements) <= _ELEMENTS
    names = {name for name, _ in found.attributes}
    assert {name for name in names if not name.startswith(("data-", "aria-"))} <= _ATTRIBUTES
    assert [asset("preview.js")] == found.scripts
    links = [value or "" for name, value in found.attributes if name == "href"]
    assert all(re.fullmatch("#[A-Za-z0-9_-]+", one) or one.startswith(f"{DOCS}rules/") for one in links)
    identifiers = [value for name, value in found.attributes if name == "id"]
    assert len(identifiers) == len(set(identifiers))
    assert "\x00" not in found.text
    found.text.encode()


def test_text_is_shown_as_it_is() -> None:
    """Text that looks like markup can be read."""
    assert _read(page(of_one_text("<b>&amp; 'bold'</b>"))).text.count("<b>&amp; 'bold'</b>") > 20


def test_controls_are_shown_by_pictures() -> None:
    """A control is seen, and a bidi control turns no line around."""
    assert '<p title="\u241b">\u241b[31m[U+202E]\t\n</p>' == element("p", {"title": "\x1b"}, "\x1b[31m\u202e\t\n")


def test_elements() -> None:
    """Attributes that are False are left out; children may be nested; what is not markup is text."""
    assert "<p hidden>a<b>c</b></p>" == element(
        "p", {"hidden": True, "id": False}, ["a", [element("b", {}, "c")]], None
    )
    assert "<p>&lt;br&gt;<br></p>" == element("p", {}, "<br>", Markup("<br>"))
    assert "write <code>a</code>" == "".join(map(str, prose("write `a`")))
    assert ["a ` b"] == prose("a ` b")
    with pytest.raises(ValueError, match="would end the script element"):
        raw("script", {}, "'</script>'")


@pytest.mark.parametrize("live", [False, True])
def test_the_policy_allows_the_pages_own_parts_alone(*, live: bool) -> None:
    """No inline code but its own, by hash; nothing is loaded; only a live page asks its server."""
    parts = dict(part.split(" ", 1) for part in policy(live=live).split("; "))

    assert "'none'" == parts["default-src"]
    assert all(re.fullmatch(r"'sha256-[A-Za-z0-9+/=]{44}'", parts[name]) for name in ("style-src", "script-src"))
    assert ("connect-src" in parts) == live


def test_an_export_is_the_same_each_time() -> None:
    """No date, no random name: a page that is published changes where the project does."""
    assert page(of_one_text("a")) == page(of_one_text("a"))
    assert "EventSource" in asset("preview.js")
    assert "data-live" not in page(of_one_text("a"))


def test_the_page_is_small() -> None:
    """The part that every page has is below 30 kB, and the limit for a whole one is 300."""
    assert len(asset("preview.css").encode()) + len(asset("preview.js").encode()) < 30_000

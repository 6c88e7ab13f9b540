"""The site: `nox -s docs` builds it, `nox -s docs -- --serve` shows it."""

from __future__ import annotations

import functools
import re
from html import escape
from importlib.metadata import version as version_of
from pathlib import Path
from typing import Any

from antiphon.diagnostics.pages import DOCS

project = "antiphon"
author = "The antiphon authors"
release = version = version_of("antiphon")
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx_copybutton"]
exclude_patterns = ["_build"]

myst_enable_extensions = ["colon_fence"]
myst_heading_anchors = 4
# Messages that are wrong on purpose are shown as they are.
suppress_warnings = ["misc.highlighting_failure"]

autodoc_member_order = "bysource"
autodoc_preserve_defaults = True
autodoc_typehints = "signature"

html_theme = "furo"
html_title = "antiphon"
html_baseurl = DOCS
html_copy_source = False
html_show_copyright = False
html_show_sourcelink = False
html_static_path = ["_static"]
html_extra_path = ["llms.txt", "../schemas"]
html_css_files = ["site.css"]
html_js_files = ["site.js"]
html_search_scorer = str(Path(__file__).with_name("search_scorer.js"))
smartquotes = False  # messages are quoted as they are
pygments_style = "a11y-high-contrast-light"
pygments_dark_style = "a11y-high-contrast-dark"

#: `<!-- file: service.py -->` above a block: the tests save the block under this name, and so does a reader.
_FILE_OF_BLOCK = re.compile(r"<!-- file: (\S+) -->\s*(?=<div class=.highlight-)")


def _caption(match: re.Match[str]) -> str:
    return f'<div class="code-block-caption"><span class="caption-text">{escape(match[1])}</span></div>\n'


def _own_branch(tree: Any, **options: Any) -> Any:
    """The sidebar shows what is beside a page: with all 400 on each, it was 53 kB of it and two thirds of a build."""
    return tree(**{**options, "collapse": True})


def setup(app: Any) -> None:
    """The list of rules has a filter, what scrolls sideways can be reached by the keyboard, and files have names."""

    def page_context(application: Any, page: str, _template: str, context: dict[str, Any], _tree: object) -> None:
        if page == "rules/index":
            application.add_js_file("rules.js")
        if "toctree" in context:
            context["toctree"] = functools.partial(_own_branch, context["toctree"])
        body = context.get("body", "")
        for block in ("<pre>", '<div class="table-wrapper'):
            body = body.replace(block, f'{block[:4]} tabindex="0"{block[4:]}')
        context["body"] = _FILE_OF_BLOCK.sub(_caption, body)

    def titles_alone(application: Any, _tree: object) -> None:
        # Whoever searches has a question about today; a record of a choice is found by its title.
        if application.env.docname.startswith("decisions/"):
            application.env.metadata[application.env.docname]["nosearch"] = "true"

    app.connect("html-page-context", page_context, priority=400)  # before the theme's
    app.connect("doctree-read", titles_alone)

"""The site: `nox -s docs` builds it, `nox -s docs -- --serve` shows it."""

from __future__ import annotations

from importlib.metadata import version as version_of

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
html_copy_source = False
html_show_sourcelink = False

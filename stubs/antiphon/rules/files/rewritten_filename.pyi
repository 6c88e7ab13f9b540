# Written by `nox -s generate` from src; do not edit.
"""FL005."""

from antiphon.rules.rule import Rule

rewritten_filename: Rule
"""A filename holds nothing that a browser decodes: no percent-escapes, no needless backslashes, no encoded words.

Chromium 156 saved `a-%41.html` as a-A.html, `f\\oo` as foo and `=?UTF-8?Q?foo-=C3=A4.html?=` as foo-ä.html. Others
keep the name as it is written."""

# Written by `nox -s generate` from src; do not edit.
"""CT016."""

from antiphon.rules.rule import Rule

script_blocked_by_nosniff: Rule
"""Beside `X-Content-Type-Options: nosniff` a script has a JavaScript type and a style sheet is text/css.

Chromium 156 does not run a script that is sent as text/plain, application/json, text/css or without a type; the
page is broken and the reason stands in the console alone. A script or style sheet is known here by its file name
(Content-Disposition), its SourceMap, or its Service-Worker-Allowed, which needs a JavaScript type in any case."""

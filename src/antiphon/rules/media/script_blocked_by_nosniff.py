"""CT016."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.parsing.disposition import disposition, filenames
from antiphon.http.parsing.media_type import JAVASCRIPT_TYPES
from antiphon.rules.content import essences, is_guarded
from antiphon.rules.examples import HeaderSpec, ResponseSpec, TextBody
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule

_STYLES = frozenset({"text/css"})
_SCRIPT_NAMES = (".js", ".mjs", ".cjs")


@rule(
    code="CT016",
    level="warning",
    citation="Fetch, should response to request be blocked due to nosniff",
    help="send a script as text/javascript and a style sheet as text/css",
    bad=ResponseSpec(
        status=200,
        headers=(
            HeaderSpec(name="X-Content-Type-Options", value="nosniff"),
            HeaderSpec(name="Content-Disposition", value='inline; filename="app.js"'),
        ),
        body=TextBody(content="start()"),
    ),
    good=ResponseSpec(
        status=200,
        headers=(
            HeaderSpec(name="X-Content-Type-Options", value="nosniff"),
            HeaderSpec(name="Content-Disposition", value='inline; filename="app.js"'),
        ),
        body=TextBody(content="start()", media_type="text/javascript; charset=utf-8"),
    ),
)
def script_blocked_by_nosniff(response: ResponseParts) -> Iterator[Finding]:
    """Beside `X-Content-Type-Options: nosniff` a script has a JavaScript type and a style sheet is text/css.

    Chromium 156 does not run a script that is sent as text/plain, application/json, text/css or without a type; the
    page is broken and only the console shows the reason. A script or style sheet is known here by its file name
    (Content-Disposition), its SourceMap, or its Service-Worker-Allowed, which needs a JavaScript type in any case.
    """
    wanted = _wanted(response)
    if not wanted:
        return
    for path, type_ in essences(response):
        if type_ not in wanted:
            yield Finding(path, f"{type_ or 'nothing'} is the type of a script or style sheet, so browsers block it")


def _wanted(response: ResponseParts) -> frozenset[str]:
    """The types of which the content must have one; none where nothing is known of it."""
    if response.has("Service-Worker-Allowed"):
        return JAVASCRIPT_TYPES
    if not is_guarded(response):
        return frozenset()
    names = tuple(_filenames(response))
    if any(name.endswith(_SCRIPT_NAMES) for name in names):
        return JAVASCRIPT_TYPES
    if any(name.endswith(".css") for name in names):
        return _STYLES
    return JAVASCRIPT_TYPES | _STYLES if response.has("SourceMap", "X-SourceMap") else frozenset()


def _filenames(response: ResponseParts) -> Iterator[str]:
    """The names of files that are shown in place. What is saved as a file is not blocked."""
    for _, value in response.values("Content-Disposition"):
        if disposition(value)[0].lower() == "inline":
            yield from (name.lower() for name in filenames(value))

"""The document for a target: an application's own, or the components of what a module declares."""

from __future__ import annotations

from typing import Any

from antiphon.cli.collecting.collection import looked_up
from antiphon.cli.collecting.failure import failure
from antiphon.cli.collecting.home import at_home
from antiphon.cli.collecting.importing import Imports
from antiphon.cli.collecting.target import target
from antiphon.cli.collecting.whole_target import whole_target
from antiphon.cli.terminal.cannot_run import CannotRun
from antiphon.diagnostics.diagnostic import render
from antiphon.interpreters.openapi.declared import Declared
from antiphon.interpreters.openapi.documents import components
from antiphon.interpreters.openapi.version import Version

#: The whole version of each that is written.
_PATCHES = {"3.1": "3.1.0", "3.2": "3.2.0"}


def document_of(text: str, version: Version, title: str, api_version: str) -> dict[str, Any]:
    """The document of a TARGET. Raises CannotRun where there is nothing to describe."""
    app = _application(text)
    if app is not None:
        found = _of_application(text, app, version)
        return found if "openapi" in found else {**_head(version, title or text, api_version), **found}
    declared = [Declared(one.spec, one.name) for one in whole_target(text).judgements if one.whole]
    if not declared:
        what = f"{text} declares no response"
        raise CannotRun(what, where=f"TARGET {text}", help="name a module that declares responses, or module:app")
    return {**_head(version, title or text, api_version), "components": components(declared, version=version)}


def _head(version: Version, title: str, api_version: str) -> dict[str, Any]:
    return {"openapi": _PATCHES[version], "info": {"title": title, "version": api_version}}


def _application(text: str) -> Any:
    """The object that the target names, where it can write its own document; None for any other target."""
    parsed = target(text)
    if not parsed.attribute:
        return None
    with at_home():
        value = looked_up(parsed, Imports(lambda _text, _module: None))
    return value if callable(getattr(value, "openapi", None)) or _is_starlette(value) else None


def _is_starlette(value: Any) -> bool:
    """Whether a value is an application of Starlette's; without importing it."""
    return any(base.__module__ == "starlette.applications" for base in type(value).__mro__)


def _of_application(text: str, app: Any, version: Version) -> dict[str, Any]:
    """The document of an application that has `openapi()`, such as FastAPI's; of Starlette, the part about routes."""
    if not callable(getattr(app, "openapi", None)):
        from antiphon.integrations.starlette_document import paths_and_components

        return paths_and_components(app.routes, version)
    if version == "3.2":
        app.openapi_version, app.openapi_schema = _PATCHES[version], None
    with at_home():
        try:
            document: Any = app.openapi()
        except Exception as error:  # noqa: BLE001 - a type of the user's may refuse to be described in any way
            raise CannotRun(
                f"`openapi()` of {text} raises:",
                where=f"TARGET {text}",
                help="mend what it says, or name the module that declares the responses",
                lines=("", *render(failure(error, text, ())).split("\n"), ""),
            ) from None
    if not isinstance(document, dict):
        what = f"`openapi()` of {text} gives no document"
        raise CannotRun(what, where=f"TARGET {text}", help="name an application of FastAPI, or a module")
    return document

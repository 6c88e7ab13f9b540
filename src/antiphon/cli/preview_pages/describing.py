"""The description of a project, from what was collected of it."""

from __future__ import annotations

import base64
import dataclasses
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from antiphon.cli.collecting.collection import Collection
from antiphon.cli.collecting.document import FindingDocument, NotRunDocument, finding_document
from antiphon.cli.collecting.home import relative
from antiphon.cli.collecting.judged import Judgement
from antiphon.cli.collecting.report import Found, report
from antiphon.cli.collecting.settings import Settings
from antiphon.cli.preview_pages.cookie_meanings import meanings
from antiphon.cli.preview_pages.project import (
    AcceptedShown,
    AttributeShown,
    CookieShown,
    ExampleShown,
    FieldShown,
    ModuleShown,
    ProjectShown,
    ResponseShown,
    WireShown,
)
from antiphon.cli.showing.sent import Wire
from antiphon.cli.showing.view import view
from antiphon.diagnostics.diagnostic import Diagnostic
from antiphon.http.status import phrase
from antiphon.interpreters.openapi.declared import Declared
from antiphon.interpreters.openapi.documents import components
from antiphon.rules.parts import ResponseParts
from antiphon.spec import ResponseSpec

#: The module of what was found without a place.
_NOWHERE = "elsewhere"
#: Modules that no import leads to are named by their files.
_NO_NAMES = ("checked_", "__main__")


def describe(collection: Collection, settings: Settings, targets: Sequence[str]) -> ProjectShown:
    """Everything that the targets declare: each response is sent, judged, and described in OpenAPI."""
    judged = report(collection, settings)
    names = _module_names()
    by_file: dict[str, list[Judgement]] = {}
    for judgement in sorted(collection.judgements, key=_order):
        by_file.setdefault(judgement.at.file if judgement.at else "", []).append(judgement)
    seen: Counter[str] = Counter()
    modules = []
    for file, judgements in by_file.items():
        shown = _file(file, collection.home)
        name = names.get(file) or _module_of(judgements) or shown or _NOWHERE
        responses = tuple(_response(one, name, seen, collection.home, settings) for one in judgements)
        modules.append(ModuleShown(name=name, file=shown, responses=responses))
    return ProjectShown(
        title=", ".join(collection.home.name if one == "." else one for one in targets),
        modules=tuple(sorted(modules, key=lambda module: module.name)),
        findings=tuple(finding_document(found) for found in judged.findings if not found.responses),
        ignored=judged.ignored,
        stopped=judged.stopped,
        not_run=tuple(NotRunDocument(what=e.what, where=e.where, help=e.help) for e in judged.not_run),
        changes=None,
    )


def _order(judgement: Judgement) -> tuple[str, int, int]:
    where = judgement.at
    return (where.file, where.line, where.column) if where else ("", 0, 0)


def _module_names() -> dict[str, str]:
    """The dotted name of the module of each file; a file that no import by name leads to has none."""
    found: dict[str, str] = {}
    for name, module in list(sys.modules.items()):
        file = vars(module).get("__file__") if type(module) is type(sys) else None
        if isinstance(file, str) and not name.startswith(_NO_NAMES):
            found[file] = name
    return found


def _module_of(judgements: Iterable[Judgement]) -> str:
    """The module that responses were compiled in: one that raised is not among the imported ones any more."""
    found = (one.call_site.module or "" for one in judgements if one.call_site)
    return next((name for name in found if not name.startswith(_NO_NAMES)), "")


def _file(file: str, home: Path) -> str:
    path = Path(file)
    return str(path.relative_to(home)) if file and path.is_relative_to(home) else file


def _response(judgement: Judgement, module: str, seen: Counter[str], home: Path, settings: Settings) -> ResponseShown:
    found, spec = view(judgement, home), judgement.spec
    key = f"{module}:{found.name}"
    seen[key] += 1
    openapi, gap = _openapi(spec, found.name) if judgement.whole else (None, "a part of a response is not described")
    return ResponseShown(
        key=key if seen[key] == 1 else f"{key}#{seen[key]}",
        name=found.name,
        place=found.place,
        whole=judgement.whole,
        status=spec.status,
        description=spec.description,
        wire=_wire(found.wire) if found.wire else None,
        gap=found.gap,
        signature=found.signature,
        cookies=_cookies(spec),
        findings=_findings(judgement.diagnostics, home, settings),
        accepted=tuple(AcceptedShown(code=one.code, because=one.because) for one in spec.allowances),
        examples=tuple(ExampleShown(**dict(example)) for example in spec.examples),
        openapi=openapi,
        openapi_gap=gap,
    )


def _wire(wire: Wire) -> WireShown:
    text = encoded = None
    try:
        text = wire.content.decode()
    except UnicodeDecodeError:
        encoded = base64.b64encode(wire.content).decode()
    return WireShown(
        status=wire.status,
        phrase=phrase(wire.status),
        fields=tuple(FieldShown(name=line.name, value=line.value, sample_of=line.param) for line in wire.lines),
        text=text,
        base64=encoded,
        octets=len(wire.content),
        source=wire.source,
    )


def _cookies(spec: ResponseSpec) -> tuple[CookieShown, ...]:
    """The cookies as browsers read them, those of Set-Cookie field lines among them."""
    params = {param.slot: param.name for param in spec.params if param.fills == "cookie"}
    return tuple(
        CookieShown(
            name=cookie.name,
            param=params.get(cookie.name, ""),
            attributes=tuple(AttributeShown(**meaning._asdict()) for meaning in meanings(cookie)),
        )
        for _, cookie in ResponseParts(spec).cookies
    )


def _findings(diagnostics: Iterable[Diagnostic], home: Path, settings: Settings) -> tuple[FindingDocument, ...]:
    """The findings at the project's levels, without those that it ignores, with their places told from a folder."""
    kept = [one for one in settings.weighed(diagnostics) if settings.reports(one)]
    placed = [dataclasses.replace(one, position=relative(one.position, home)) if one.position else one for one in kept]
    return tuple(finding_document(Found(one)) for one in placed)


def _openapi(spec: ResponseSpec, name: str) -> tuple[dict[str, object] | None, str]:
    """The response in OpenAPI, or why it cannot be described."""
    try:
        return components([Declared(spec, name)]), ""
    except Exception as error:  # noqa: BLE001 - a type of the user's may refuse to be described in any way
        return None, f"{type(error).__name__}: {error}"

"""The description of a project, from what was collected of it."""

from __future__ import annotations

import base64
import dataclasses
from collections.abc import Iterable, Sequence
from pathlib import Path

from antiphon.cli.collecting.by_module import by_module
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


def describe(collection: Collection, settings: Settings, targets: Sequence[str]) -> ProjectShown:
    """Everything that the targets declare: each response is sent, judged, and described in OpenAPI."""
    judged = report(collection, settings)
    modules = [
        ModuleShown(
            name=module.name,
            file=module.file,
            responses=tuple(_response(one.judgement, one.key, collection.home, settings) for one in module.responses),
        )
        for module in by_module(collection.judgements, collection.home)
    ]
    return ProjectShown(
        title=", ".join(collection.home.name if one == "." else one for one in targets),
        modules=tuple(modules),
        findings=tuple(finding_document(found) for found in judged.findings if not found.responses),
        ignored=judged.ignored,
        stopped=judged.stopped,
        not_run=tuple(NotRunDocument(what=e.what, where=e.where, help=e.help) for e in judged.not_run),
        changes=None,
    )


def _response(judgement: Judgement, key: str, home: Path, settings: Settings) -> ResponseShown:
    found, spec = view(judgement, home), judgement.spec
    openapi, gap = _openapi(spec, found.name) if judgement.whole else (None, "a part of a response is not described")
    return ResponseShown(
        key=key,
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

"""One response as `antiphon show` sees it."""

from __future__ import annotations

import base64
import dataclasses
import linecache
from collections.abc import Callable
from pathlib import Path
from typing import Any

from antiphon.cli.collecting.home import relative
from antiphon.cli.collecting.judged import Judgement
from antiphon.cli.showing.sample import NoSample
from antiphon.cli.showing.sent import Wire, wire
from antiphon.cli.showing.signature import signature
from antiphon.compiler.compiler import compile_spec
from antiphon.diagnostics.diagnostic import printable
from antiphon.http.status import phrase
from antiphon.spec import ResponseSpec

#: Longer content is cut in text; JSON has it whole.
_LONGEST = 2000


@dataclasses.dataclass(frozen=True)
class View:
    """A response with everything there is to show. Where `wire` is None, `gap` says why."""

    name: str
    place: str
    spec: ResponseSpec
    wire: Wire | None = None
    gap: str = ""
    signature: str = ""
    code: str = ""


def view(judgement: Judgement, home: Path) -> View:
    """Compile the response, unless it is refused, and send it. Places are told relative to `home`."""
    name, where = judgement.shown_name, judgement.at
    seen = View(name, f"{relative(where, home).file}:{where.line}" if where else "", judgement.spec)
    refused = dict.fromkeys(diagnostic.code for diagnostic in judgement.diagnostics if diagnostic.level == "error")
    if refused:
        return dataclasses.replace(seen, gap=f"refused by {', '.join(refused)}")
    try:
        compiled: Callable[..., Any] = judgement.compiled or compile_spec(judgement.spec, name=name)
        seen = dataclasses.replace(seen, signature=signature(name, judgement.called or compiled), code=_code(compiled))
        return dataclasses.replace(seen, wire=wire(judgement.spec))
    except Exception as error:  # noqa: BLE001 - an encoder of the user's may raise anything for what was made up
        return dataclasses.replace(seen, gap=gap_of(error))


def gap_of(error: Exception) -> str:
    """Why there is no wire form, where making it raised this."""
    if isinstance(error, (NoSample, LookupError, ValueError)):
        return f"{error}; `.example(...)` gives content to show"
    return f"sending it raises {type(error).__name__}: {error}"


def _code(compiled: Any) -> str:
    """The generated text that a compiled function was made of."""
    code = getattr(compiled, "__code__", None)
    return "".join(linecache.getlines(code.co_filename)) if code is not None else ""


def text(view: View, *, code: str) -> str:
    """For people. `code` is shown as the generated code."""
    lines = [f"# {view.name}{f' ({view.place})' if view.place else ''}"]
    if view.spec.description:
        lines += [view.spec.description.rstrip()]
    lines += ["", "## wire", "", f"HTTP/1.1 {view.spec.status} {phrase(view.spec.status)}".rstrip()]
    if view.wire is None:
        lines += [f"(no preview: {view.gap})"]
    else:
        rows = [(printable(f"{line.name}: {line.value}"), line.param) for line in view.wire.lines]
        widest = max((len(row) for row, param in rows if param), default=0)
        lines += [f"{row:{widest}}  <- sample of {param}" if param else row for row, param in rows]
        if view.wire.content:
            lines += ["", *_content(view.wire)]
    if view.signature:
        lines += ["", "## signature", "", view.signature, "", "## code", "", code.rstrip()]
    return "\n".join(lines) + "\n"


def _content(wire: Wire) -> list[str]:
    try:
        text = wire.content.decode()
    except UnicodeDecodeError:
        return [f"({len(wire.content)} octets, {wire.source})"]
    shown = [printable(line) for line in text[:_LONGEST].splitlines()]
    if len(text) > _LONGEST:
        shown.append(f"... and {len(text) - _LONGEST} characters more")
    return shown if wire.source == "fixed" else [*shown, f"<- {wire.source}"]


def json_form(view: View) -> dict[str, Any]:
    """For programs. Content that is not UTF-8 is in base64."""
    wire = None
    if view.wire is not None:
        fields = [{"name": line.name, "value": line.value, "sample_of": line.param or None} for line in view.wire.lines]
        try:
            content = {"text": view.wire.content.decode()}
        except UnicodeDecodeError:
            content = {"base64": base64.b64encode(view.wire.content).decode()}
        wire = {"status": view.wire.status, "fields": fields, "content": content, "content_source": view.wire.source}
    return {
        "name": view.name,
        "place": view.place or None,
        "description": view.spec.description,
        "wire": wire,
        "gap": view.gap or None,
        "signature": view.signature or None,
        "code": view.code or None,
        "spec": view.spec.model_dump(mode="json"),
    }

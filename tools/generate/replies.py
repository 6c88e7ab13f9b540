"""Writes `src/antiphon/reply/class_keywords.py`: what the class statements of replies take as keywords.

The keywords are those of the builder's `headers` step, so `field_steps.py` runs first.
"""

from __future__ import annotations

import ast
from pathlib import Path

from formatted import formatted

PACKAGE = Path(__file__).parents[2] / "src" / "antiphon"

#: The keywords of a reply with content.
HASHED = "from_content: FromContent | tuple[FromContent, ...] = (), "
OF_JSON = (
    "exclude_none: bool | None = None, exclude_defaults: bool | None = None, exclude_unset: bool | None = None, "
    "by_alias: bool | None = None, key_order: Order | None = None, encode: Callable[[Any], object] | None = None, "
)
OF_CONTENT = f"media_type: str | None = None, validate: Validate | None = None, {HASHED}{OF_JSON}"
STATUS = "status: ReplyStatus | None = None, "
OF_LINES = (
    "framing: Framing | None = None, nan: NaN | None = None, validate: Validate | None = None, "
    "flush_octets: int | None = None, flush_after: timedelta | float | None = None, "
    f"on_error: Callable[[Exception], JSONContent] | None = None, {OF_JSON}"
)
OF_FILE = "root: str | os.PathLike[str] | None = None, missing: Missing | None = None, ranges: bool | None = None, "

OF_EVENTS = (
    "ping: timedelta | Literal[False] | None = None, retry: int | timedelta | None = None, "
    f"error: Event[Any] | None = None, nan: NaN | None = None, validate: Validate | None = None, {OF_JSON}"
)

#: class, the keywords of its own, the status, media type and validation that it hands on, the field that each of its
#: calls gives, what it is
BASES = (
    ("BodyReply", f"{STATUS}{OF_CONTENT}", "status", "media_type", "validate", "",
     "A reply whose status may carry content."),
    ("ProblemTypeReply",
     f"type: str | None = None, title: str | None = None, {STATUS}validate: Validate | None = None, ", "status", "None",
     "validate", "", "A reply that is one type of problem."),
    ("StatusFamilyReply", f"family: Family | None = None, {OF_CONTENT}", "None", "media_type", "validate", "",
     "A reply whose status is given with each call."),
    ("MediaReply", f"{STATUS}media_type: str | None = None, {HASHED}", "status", "media_type", "None", "",
     "A reply with content of any media type, sent as it is given."),
    ("MarkupReply", f"{STATUS}{HASHED}", "status", "None", "None", "",
     "A reply with content of one media type, sent as it is given."),
    ("StreamedReply", f"{STATUS}media_type: str | None = None, length: int | None = None, ", "status", "media_type",
     "None", "", "A reply with content of any media type, sent piece by piece."),
    ("LinesReply", f"{STATUS}{OF_LINES}", "status", "None", "validate", "",
     "A reply with items that are sent as JSON texts, one after another."),
    ("FileKeywords", f"{STATUS}media_type: str | None = None, {OF_FILE}", "status", "media_type", "None", "",
     "A reply with a file."),
    ("EventsReply", OF_EVENTS, "None", "None", "validate", "", "A reply that is a stream of events, which is a 200."),
    ("BodilessReply", "status: BodilessStatus | None = None, ", "status", "None", "None", "",
     "A reply whose status carries no content."),
    ("RedirectReply", "status: RedirectStatus | None = None, ", "status", "None", "None", "location",
     "A reply that leads elsewhere."),
    ("CreatedReply", OF_CONTENT, "None", "media_type", "validate", "location", "A reply with the status 201."),
    ("UnauthorizedReply", OF_CONTENT, "None", "media_type", "validate", "www_authenticate",
     "A reply with the status 401."),
    ("MethodNotAllowedReply", OF_CONTENT, "None", "media_type", "validate", "allow", "A reply with the status 405."),
    ("PartialContentReply", OF_CONTENT, "None", "media_type", "validate", "content_range",
     "A reply with the status 206."),
)  # fmt: skip

HEAD = '''\
# Written by `nox -s generate`; do not edit.
"""The keywords of class statements of replies: a misspelt one is a type error."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Literal, Never
{imports}
from antiphon.builder.content_fields import FromContent, lines_from_content
from antiphon.builder.steps import Fragment
from antiphon.diagnostics.call_site import CallSite
from antiphon.reply.declare import ReplyRoot, declare, field_lines
from antiphon.responses.starlette_classes import BackgroundTask
from antiphon.spec import SiteSpec
from antiphon.http.status_types import BodilessStatus, Family, RedirectStatus, ReplyStatus
from antiphon.runtime.content.options import Order
from antiphon.runtime.content.types import JSONContent
from antiphon.runtime.content.unknown import NaN
from antiphon.runtime.content.validation import Validate
from antiphon.runtime.events.event import Event
from antiphon.runtime.files.transmit import Missing
from antiphon.runtime.transmit.lines import Framing
'''

BASE = '''

class {name}(ReplyRoot):
    """{says}"""

    background: BackgroundTask | None = None
    """Work that is done when the response was sent: a task, or several."""
    if TYPE_CHECKING:

        def __init__(self, *, declare_a_class: Never) -> None: ...

    def __init_subclass__(
        cls, *, {own}add: Fragment | tuple[Fragment, ...] = (), site: SiteSpec | None = None,
        accepted_findings: Mapping[str, str] | None = None, {keywords}
    ) -> None:
        frame = sys._getframe(1)
        call_site = CallSite.of(frame)
        lines = field_lines(call_site, {passed}){hashed}
        declare(
            cls, call_site, frame.f_locals,
            status={status}, media_type={media_type}, validate={validate}, fields=lines, add=add, site=site,
            accepted=accepted_findings,{options}
        )
'''


#: The keywords that every kind of reply hands on by itself; others are options of its kind of body.
HANDED_ON = ("status", "media_type", "validate")


def _options(own: str) -> str:
    """The argument that hands on the keywords of one kind of body; empty where it has none."""
    names = [keyword.partition(":")[0] for keyword in own.split(", ") if ":" in keyword]
    options = [name for name in names if name not in HANDED_ON]
    return f" options={{{', '.join(f'{name!r}: {name}' for name in options)}}}," if options else ""


TARGET = PACKAGE / "reply" / "class_keywords.py"


def generated() -> dict[Path, str | None]:
    """The file, as it should be."""
    return {TARGET: formatted(text())}


def text() -> str:
    """The whole file, before formatting."""
    tree = ast.parse((PACKAGE / "builder" / "field_steps.py").read_text(encoding="utf-8"))
    steps = next(node for node in tree.body if isinstance(node, ast.ClassDef) and node.name == "FieldSteps")
    headers = next(node for node in steps.body if isinstance(node, ast.FunctionDef) and node.name == "headers")
    arguments = [(a.arg, ast.unparse(a.annotation)) for a in headers.args.kwonlyargs if a.annotation]
    names = {
        node.id for a in headers.args.kwonlyargs if a.annotation for node in ast.walk(a.annotation)
        if isinstance(node, ast.Name)
    }  # fmt: skip
    imports = "\n".join(
        f"from {node.module} import {alias.name}"
        for node in tree.body
        if isinstance(node, ast.ImportFrom) and node.module != "__future__"
        for alias in node.names
        if alias.name in names
    )
    passed = ", ".join(f"{name}={name}" for name, _ in arguments)
    bases = [
        BASE.format(
            name=name,
            own=own,
            hashed=" + lines_from_content(from_content, call_site)" if HASHED in own else "",
            # To type checkers the constructor asks for the field of its status, so they refuse it in the statement.
            keywords=", ".join(f"{n}: {'None' if n == asked else type_} = None" for n, type_ in arguments),
            passed=passed,
            status=status,
            media_type=media,
            validate=validate,
            says=says,
            options=_options(own),
        )
        for name, own, status, media, validate, asked, says in BASES
    ]
    return HEAD.format(imports=imports) + "".join(bases)

"""Writes the front door, `src/antiphon/__init__.py` and `__init__.pyi`, from one table."""

from __future__ import annotations

import ast
from pathlib import Path

from field_classes import field_classes

PACKAGE = Path(__file__).parents[2] / "src" / "antiphon"

#: Every module that the front door opens on, and its names; the typed fields, any of which a param may need, besides.
DOORS = {
    "builder": [
        *("BodilessDraft", "Draft", "Fragment", "RedirectDraft", "ResponseDraft"),
        *(
            "fragment",
            "method_not_allowed",
            "no_content",
            "redirect",
            "respond",
            "respond_unregistered",
            "unauthorized",
        ),
    ],
    "compiler.compiled": ["Compiled", "Constant", "HasSpec"],
    "diagnostics.diagnostic": ["Diagnostic"],
    "errors": ["ParamError", "PluginError", "SpecError"],
    "builder.cookie_specifiers": ["cookie", "host_cookie", "insecure_cookie"],
    "builder.params": ["Params", "header", "placeholder"],
    "runtime.content.problem": ["Problem"],
    "runtime.cookie_value": ["CookieValue"],
    "runtime.events.event": ["Comment", "Event", "TextEvent"],
    "runtime.events.last_event_id": ["last_event_id"],
    "runtime.content.types": ["JSONContent", "NoContent"],
    "reply": [
        *("Bodiless", "Created", "MethodNotAllowed", "PartialContent", "Redirect", "Reply", "Unauthorized", "fixed"),
        *("BytesReply", "EventReply", "FileReply", "HTMLReply", "TextReply"),
        *("JSONLinesReply", "StreamReply", "TextStreamReply"),
    ],
    "reply.not_modified": ["early_answer", "not_modified"],
    "responses.conditional": ["Conditional", "NotModified", "PreconditionFailed", "answer", "precondition_failed"],
    "responses.lines": ["async_lines", "lines"],
    "http.preconditions": ["precondition_outcome"],
    "reply.families": ["FamilyReply"],
    "reply.operation": ["raises", "returns"],
    "reply.problem_types": ["ProblemReply", "problem_types"],
    "reply.raisable": ["Raisable", "Raised"],
    "runtime.cookie_codecs.codec": ["CookieCodec"],
    "runtime.cookie_codecs.json": ["JSONCookie"],
    "runtime.cookie_codecs.signed": ["SignedCookie"],
    "runtime.cookie_codecs.text": ["base64url", "percent"],
    "rules.check": ["check"],
    "captures.check": ["check_wire"],
    "captures.error": ["WireError"],
    "captures.proxied": ["ProxiedResponse", "end_to_end_fields"],
    "spec": ["CookieSpec", "HeaderSpec", "ResponseSpec", "SiteSpec"],
}

LAZY = '''# Written by `nox -s generate`; do not edit.
"""A response, declared once: checked at build time, typed at the call, rendered in microseconds.

A name is imported when it is first asked for, so that a service that only serves never imports pydantic.
"""
# pyright: reportUnsupportedDunderAll=false
# The names are made by `__getattr__`; type checkers read __init__.pyi.

import importlib
import sys

_MODULES = {{
{modules}}}

__all__ = [
{names}]


def __getattr__(name: str) -> object:
    """The name from the module that defines it."""
    module = _MODULES.get(name)
    if module is None:
        raise AttributeError(f"module 'antiphon' has no attribute {{name!r}}", name=name, obj=sys.modules[__name__])
    value: object = getattr(importlib.import_module(module), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """Every name, whether or not it has been imported yet."""
    return sorted({{*globals(), *_MODULES}})
'''

TYPED = '''"""A response, declared once: checked at build time, typed at the call, rendered in microseconds.

Written by `nox -s generate`; do not edit.
"""

{imports}
__all__ = [
{names}]
'''


def generated() -> dict[Path, str | None]:
    """The two files. Raises LookupError for a row of the table that names nothing."""
    doors = DOORS | {field.module.removeprefix("antiphon."): [field.class_name] for field in field_classes()}
    for module, names in doors.items():
        if missing := sorted(set(names) - _defined_in(module)):
            raise LookupError(f"front_door.py: src/antiphon/{module.replace('.', '/')} does not define {missing}")
    home = {name: f"antiphon.{module}" for module, names in doors.items() for name in names}
    listed = "".join(f'    "{name}",\n' for name in sorted(home))
    modules = "".join(f'    "{name}": "{home[name]}",\n' for name in sorted(home))
    imports = "".join(f"from antiphon.{module} import {', '.join(sorted(doors[module]))}\n" for module in sorted(doors))
    return {
        PACKAGE / "__init__.py": LAZY.format(modules=modules, names=listed),
        PACKAGE / "__init__.pyi": TYPED.format(imports=_wrapped(imports), names=listed),
    }


def _defined_in(module: str) -> set[str]:
    """The names at the top of a module, read and not imported."""
    path = PACKAGE.joinpath(*module.split("."))
    path = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    if not path.exists():
        return set()
    found: set[str] = set()
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        match node:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                found.add(name)
            case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
                found.add(name)
            case ast.ImportFrom(names=aliases):
                found.update(alias.asname or alias.name for alias in aliases)
            case _:
                pass
    return found


def _wrapped(imports: str) -> str:
    """Long lines as the formatter writes them."""
    lines = []
    for line in imports.splitlines():
        head, _, names = line.partition(" import ")
        one_each = "".join(f"    {name},\n" for name in names.split(", "))
        lines.append(f"{line}\n" if len(line) <= 120 else f"{head} import (\n{one_each})\n")
    return "".join(lines)

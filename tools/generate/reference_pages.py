"""Writes the pages of `docs/reference/` that list things: public names, fields, commands, configuration."""

from __future__ import annotations

import argparse
import importlib
import inspect
import io
import json
from pathlib import Path

from antiphon.cli import parser
from antiphon.headers.registry import CITATIONS, FIELDS, field_class
from front_door import DOORS
from reference_errors import errors
from reference_params import param_types
from reference_replies import class_keywords, replies
from reference_schemas import json_schemas
from reference_steps import steps

ROOT = Path(__file__).resolve().parents[2]
PAGES = ROOT / "docs" / "reference"

#: The classes whose page also lists what their bases offer, down to the base that is named here.
_INHERITED = {"Draft": "DraftParamSteps"}
_WRITTEN = "Written by `nox -s generate`; do not edit.\n"


def generated() -> dict[Path, str | None]:
    """Every page."""
    return {
        PAGES / "names.md": _names(),
        PAGES / "fields.md": _fields(),
        PAGES / "command-line.md": _commands(),
        PAGES / "configuration.md": _configuration(),
        PAGES / "steps.md": steps(),
        PAGES / "replies.md": replies(),
        PAGES / "class-keywords.md": class_keywords(),
        PAGES / "param-types.md": param_types(),
        PAGES / "json-schemas.md": json_schemas(),
        PAGES / "errors.md": errors(),
    }


def _names() -> str:
    """The public names by the module that defines them, which Sphinx fills in with signatures and docstrings."""
    fields = {one.__name__ for name in FIELDS if (one := field_class(name))}
    doors = {f"antiphon.{module}": [name for name in names if name not in fields] for module, names in DOORS.items()}
    parts = ["# Names\n\nEvery name that `from antiphon import ...` offers but the [fields](fields.md).\n" + _WRITTEN]
    for module, names in sorted(doors.items(), key=lambda door: sorted(door[1])):
        directives = "\n".join(_directive(module, name) for name in sorted(names))
        if names:
            parts.append(f"## {', '.join(sorted(names))}\n\nFrom `{module}`.\n\n```{{eval-rst}}\n{directives}```\n")
    return "\n".join(parts)


def _directive(module: str, name: str) -> str:
    value = getattr(importlib.import_module(module), name)  # the front door may have been written just now
    if not isinstance(value, type):
        return f".. autofunction:: antiphon.{name}\n"
    inherited = f"   :inherited-members: {_INHERITED[name]}\n" if name in _INHERITED else ""
    return f".. autoclass:: antiphon.{name}\n   :members:\n{inherited}"


def _fields() -> str:
    """A section for each typed field."""
    sections = []
    for one in filter(None, map(field_class, FIELDS)):
        doc = inspect.cleandoc(one.__doc__ or "")
        examples = "\n".join(f"{one.field_name}: {example}" for example in one.examples)
        cite = CITATIONS[one.field_name.lower()]
        made = f"`antiphon.{one.__name__}`, {cite}."
        sections.append(f"## {one.field_name}\n\n{made}\n\n{doc}\n\n```text\n{examples}\n```\n")
    intro = "# Fields\n\nThe response fields that have a class. Any other is written by `.header(name, value)`.\n"
    return "\n".join([intro + _WRITTEN, *sections])


def _commands() -> str:
    """Each command: its description and its arguments. argparse's own layout differs between versions of Python."""
    sections = []
    (commands,) = [one for one in parser()._actions if isinstance(one, argparse._SubParsersAction)]
    for name, command in commands.choices.items():
        rows = "".join(map(_argument, command._actions))
        head = f"## antiphon {name}\n\n{(command.description or '').strip()}\n"
        sections.append(f"{head}\n| argument | |\n| --- | --- |\n{rows}")
    epilog = (parser().epilog or "").rstrip()
    return "\n".join(
        [
            "# Command line\n\nThe commands of `antiphon`, with their arguments.\n" + _WRITTEN,
            *sections,
            f"## Exit codes\n\n```text\n{epilog}\n```\n",
        ]
    )


def _argument(action: argparse.Action) -> str:
    metavar = action.metavar or (action.dest.upper() if action.nargs != 0 else "")
    if action.choices:
        metavar = ", ".join(map(str, action.choices))
    names = ", ".join(action.option_strings)
    shown = f"{names} {metavar}" if names and metavar else names or str(metavar)
    return f"| `{shown}` | {(action.help or '').replace('|', '&#124;').replace(chr(10), ' ')} |\n"


def _configuration() -> str:
    """The tables of pyproject.toml that antiphon reads, from their JSON Schema."""
    schema = json.loads((ROOT / "schemas" / "config.schema.json").read_text())
    out = io.StringIO()
    out.write("# Configuration\n\nThe table `[tool.antiphon]` of `pyproject.toml`; ")
    out.write("[its JSON Schema](../../schemas/config.schema.json).\n" + _WRITTEN)
    for title, table in [("[tool.antiphon]", schema), *schema.get("$defs", {}).items()]:
        out.write(f"\n## {title}\n\n{table.get('description', '')}\n")
        rows = [
            f"| `{key}` | {_type(one)} | {_default(one)} | {one.get('description', '')} |"
            for key, one in table.get("properties", {}).items()
        ]
        if rows:
            out.write("\n| key | type | default | |\n| --- | --- | --- | --- |\n" + "\n".join(rows) + "\n")
    return out.getvalue()


def _type(schema: dict[str, object]) -> str:
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    if isinstance(several := schema.get("anyOf"), list):
        return " or ".join(_type(one) for one in several)
    if isinstance(values := schema.get("enum"), list):
        return ", ".join(f"`{value}`" for value in values)
    if isinstance(items := schema.get("items"), dict):
        return f"list of {_type(items)}"
    return str(schema.get("type", "any"))


def _default(schema: dict[str, object]) -> str:
    return f"`{json.dumps(schema['default'])}`" if "default" in schema else "needed"

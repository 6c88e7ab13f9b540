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

_WRITTEN = "<!-- Written by `nox -s generate`; do not edit. -->\n"


def generated() -> dict[Path, str | None]:
    """Every page."""
    return {
        PAGES / "fields.md": _fields(),
        PAGES / "command-line.md": _commands(),
        PAGES / "configuration.md": _configuration(),
        **{PAGES / f"{name}.md": text for name, text in steps().items()},
        PAGES / "replies.md": replies(),
        PAGES / "class-keywords.md": class_keywords(),
        PAGES / "param-types.md": param_types(),
        PAGES / "json-schemas.md": json_schemas(),
        PAGES / "errors.md": errors(),
        **_names(),
    }


def _names() -> dict[Path, str | None]:
    """The public names: a page that lists all, and one for each module that defines some, which Sphinx fills in."""
    fields = {one.__name__ for name in FIELDS if (one := field_class(name))}
    doors = {
        module: kept
        for module, names in DOORS.items()
        if (kept := sorted(name for name in names if name not in fields))
    }
    pages: dict[Path, str | None] = {
        PAGES / "names" / f"{_page_of(module)}.md": "\n".join(
            [
                f"# {_title(names)}\n\nFrom `antiphon.{module}`, or `from antiphon import {names[0]}`.\n{_WRITTEN}",
                *(f"```{{eval-rst}}\n{_directive(f'antiphon.{module}', name)}```\n" for name in names),
            ]
        )
        for module, names in doors.items()
    }
    rows = sorted(
        f"| {{py:obj}}`{name} <antiphon.{name}>` | {_first_line(module, name)} |\n"
        for module, names in doors.items()
        for name in names
    )
    head = "# Names\n\nEvery name that `from antiphon import ...` offers but the [fields](fields.md).\n" + _WRITTEN
    table = f"\n| name | |\n| --- | --- |\n{''.join(rows)}\n"
    pages[PAGES / "names.md"] = head + table + "```{toctree}\n:hidden:\n:glob:\nnames/*\n```\n"
    return pages | {path: None for path in (PAGES / "names").glob("*.md") if path not in pages}


def _page_of(module: str) -> str:
    return module.replace(".", "-").replace("_", "-")


def _title(names: list[str]) -> str:
    return ", ".join(names) if len(names) < 5 else f"{', '.join(names[:3])} and {len(names) - 3} more"


def _first_line(module: str, name: str) -> str:
    doc = inspect.getdoc(getattr(importlib.import_module(f"antiphon.{module}"), name)) or ""
    return " ".join(doc.partition("\n\n")[0].split()).replace("|", "\\|")


def _directive(module: str, name: str) -> str:
    value = getattr(importlib.import_module(module), name)  # the front door may have been written just now
    if not isinstance(value, type):
        return f".. autofunction:: antiphon.{name}\n"
    return f".. autoclass:: antiphon.{name}\n   :members:\n"


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
    schema = json.loads((ROOT / "schemas" / "config.schema.json").read_text(encoding="utf-8"))
    out = io.StringIO()
    out.write("# Configuration\n\nThe table `[tool.antiphon]` of `pyproject.toml`; ")
    out.write("[its JSON Schema](../../schemas/config.schema.json).\n" + _WRITTEN)
    for title, table in [("[tool.antiphon]", schema), *schema.get("$defs", {}).items()]:
        out.write(f"\n## {title}\n\n{table.get('description', '')}\n")
        rows = [
            f"| `{key}` | {_type(one)} | {_default(one)} | {_one_line(one.get('description', ''))} |"
            for key, one in table.get("properties", {}).items()
        ]
        if rows:
            out.write("\n| key | type | default | |\n| --- | --- | --- | --- |\n" + "\n".join(rows) + "\n")
    return out.getvalue()


def _one_line(text: str) -> str:
    """The text for a cell of a table, which a line break would end."""
    return " ".join(text.split())


def _type(schema: dict[str, object]) -> str:
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    if isinstance(several := schema.get("anyOf"), list):
        return " or ".join(dict.fromkeys(map(_type, several)))
    if "const" in schema:
        return f"`{json.dumps(schema['const'])}`"
    if isinstance(values := schema.get("enum"), list):
        return ", ".join(f"`{value}`" for value in values)
    if isinstance(items := schema.get("items"), dict):
        return f"list of {_type(items)}"
    return str(schema.get("type", "any"))


def _default(schema: dict[str, object]) -> str:
    return f"`{json.dumps(schema['default'])}`" if "default" in schema else "needed"

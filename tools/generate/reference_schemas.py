"""Writes `docs/reference/json-schemas.md`: the JSON Schemas of the repository, with the members of each object."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from schemas import generated as written_schemas

_HEAD = """\
# JSON Schemas

The forms that are files, and the schema of each (JSON Schema 2020-12). They are part of the [public
interface](../versioning.md), and are written from the models, so they cannot lie.
<!-- Written by `nox -s generate`; do not edit. -->
"""

#: The file, and its use.
USES = {
    "response-spec.schema.json": "A description of a response, as `spec.model_dump_json()` writes it and"
    " `ResponseSpec.model_validate_json(text)` reads it.",
    "check-report.schema.json": "The report of `antiphon check --format json` and `antiphon lint --format json`.",
    "preview-project.schema.json": "A project's responses, as `antiphon preview --format json` writes them"
    " and `--against` reads them.",
    "config.schema.json": "The table `[tool.antiphon]` of `pyproject.toml`; [its page](configuration.md).",
}


def json_schemas() -> str:
    """The whole page."""
    texts = {path.name: text for path, text in written_schemas().items() if text is not None}
    if texts.keys() != USES.keys():
        raise LookupError(f"reference_schemas.USES and schemas/ differ: {sorted(texts.keys() ^ USES.keys())}")
    parts = [_HEAD]
    for name, use in USES.items():
        schema = json.loads(texts[name])
        parts.append(f"## {name}\n\n{use} [The file](../../schemas/{name}).\n")
        for title, one in [("", schema), *schema.get("$defs", {}).items()]:
            parts += _object(name.partition(".")[0], title, one)
    return "\n".join(parts)


def _object(schema_name: str, title: str, one: Mapping[str, Any]) -> Iterator[str]:
    members = one.get("properties")
    if not members:
        return
    required = one.get("required", [])
    rows = "".join(
        f"| `{key}` | {_type(member)} | {'yes' if key in required else ''} | {_said(member)} |\n"
        for key, member in members.items()
    )
    heading = f"### {title} ({schema_name})\n\n" if title else ""
    said = f"{_said(one)}\n\n" if one.get("description") and title else ""
    yield f"{heading}{said}| member | type | required | |\n| --- | --- | --- | --- |\n{rows}"


def _said(schema: Mapping[str, Any]) -> str:
    return " ".join(str(schema.get("description", "")).split()).replace("|", "\\|").replace("<", "\\<")


def _type(schema: Mapping[str, Any]) -> str:
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    for key in ("anyOf", "oneOf"):
        if key in schema:
            return " or ".join(dict.fromkeys(_type(one) for one in schema[key]))
    if "const" in schema:
        return f"`{json.dumps(schema['const'])}`"
    if "enum" in schema:
        return ", ".join(f"`{json.dumps(value)}`" for value in schema["enum"])
    if "items" in schema:
        return f"array of {_type(schema['items'])}"
    kind = schema.get("type", "any")
    return " or ".join(kind) if isinstance(kind, list) else str(kind)

"""Writes `src/antiphon/headers/registry.py`: the table of all typed fields."""

from __future__ import annotations

from pathlib import Path

from field_classes import HEADERS, FieldClass, field_classes
from formatted import formatted


def generated() -> dict[Path, str | None]:
    """The one file."""
    return {HEADERS / "registry.py": formatted(registry(field_classes()))}


def registry(fields: list[FieldClass]) -> str:
    """The source of the table of all fields."""
    rows = "\n".join(f'    "{field.field_name.lower()}": "{field.class_name}",' for field in fields)
    sections = "\n".join(f"    {field.field_name.lower()!r}: {field.title['source']!r}," for field in fields)
    return f'''# Written by `nox -s generate`; do not edit.
"""Which class types which field; classes are imported when they are asked for."""

from __future__ import annotations

import functools
import importlib

from antiphon.headers.field import Field
from antiphon.headers.plugins import own_field

#: The name of each typed field, in lower case, and its class; the module is called by the name, with underscores.
FIELDS = {{
{rows}
}}

#: Where each typed field is defined, by its name in lower case.
CITATIONS = {{
{sections}
}}


def field_class(name: str) -> type[Field] | None:
    """The class of a field, by its name in any case; None for a field that has no type."""
    name = name.lower()
    return _load(name) if name in FIELDS else own_field(name)


@functools.cache
def _load(name: str) -> type[Field]:
    module = importlib.import_module(f"antiphon.headers.{{name.replace('-', '_')}}")
    found: type[Field] = getattr(module, FIELDS[name])
    return found
'''

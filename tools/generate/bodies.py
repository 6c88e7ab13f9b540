"""Writes `src/antiphon/spec/bodies/__init__.py`: the union of the body kinds, one for each file beside it."""

from __future__ import annotations

import ast
from pathlib import Path

from formatted import formatted

BODIES = Path(__file__).parents[2] / "src" / "antiphon" / "spec" / "bodies"

SOURCE = '''"""The body kinds, one a file. Written by `nox -s generate`; do not edit."""

from __future__ import annotations

from typing import TypeAlias

{imports}
#: Told apart by `kind`.
BodySpec: TypeAlias = {union}

__all__ = [
{names}]
'''


def generated() -> dict[Path, str | None]:
    """The one file. Raises LookupError for a file that does not define exactly one body kind."""
    kinds = {path.stem: _kind(path) for path in sorted(BODIES.glob("*.py")) if path.stem != "__init__"}
    return {
        BODIES / "__init__.py": formatted(
            SOURCE.format(
                imports="".join(
                    f"from antiphon.spec.bodies.{module} import {name}\n" for module, name in kinds.items()
                ),
                union=" | ".join(kinds.values()),
                names="".join(f'    "{name}",\n' for name in sorted(["BodySpec", *kinds.values()])),
            )
        )
    }


def _kind(path: Path) -> str:
    """The class of a file that has a `kind`."""
    found = [
        node.name
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.ClassDef)
        and any(
            isinstance(n, ast.AnnAssign) and isinstance(n.target, ast.Name) and n.target.id == "kind" for n in node.body
        )
    ]
    if len(found) != 1:
        raise LookupError(f"{path}: one class with a `kind` is a body kind; {len(found)} were found")
    return found[0]

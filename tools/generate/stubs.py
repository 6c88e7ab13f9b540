"""Writes `stubs/antiphon/**/*.pyi` from `src/antiphon/**/*.py`: the public surface, under review in every diff.

Public is what users import, and every module that the signatures of those lead to.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from strip import LyingStubError, strip, with_docstrings

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "antiphon"
STUBS = ROOT / "stubs" / "antiphon"


#: The modules that users and the modules written by `antiphon build` and `antiphon stubs` import. That of Falcon is not
#: among them: it lends checkers Falcon's own class as the base of its responses, which stubtest would take for a lie.
PUBLIC = (
    "antiphon",
    "antiphon.compiler.compiled",
    "antiphon.errors",
    "antiphon.headers",
    *(f"antiphon.integrations.{name}" for name in ("aiohttp", "blacksheep", "django", "dmr", "fastapi")),
    *(f"antiphon.integrations.{name}" for name in ("flask", "litestar", "quart", "sanic", "starlette")),
    "antiphon.integrations.documents",
    "antiphon.openapi",
    "antiphon.testing",
    "antiphon.testing.strategies",
    "antiphon.responses",
    "antiphon.runtime.built",
    "antiphon.spec",
)


def generated() -> dict[Path, str | None]:
    """Every stub; None for one whose module is gone. Raises LyingStubError with every refusal at once."""
    written = _public(_all())
    gone = {path: None for path in STUBS.rglob("*.pyi") if path not in written}
    return _formatted(written) | gone


def _all() -> dict[Path, str]:
    """The stub of every module."""
    lent = _lent()
    written: dict[Path, str] = {}
    refused = []
    for path in sorted(SOURCE.rglob("*.py")):
        stub = STUBS / path.relative_to(SOURCE).with_suffix(".pyi")
        by_hand = path.with_suffix(".pyi")
        try:
            written[stub] = (
                by_hand.read_text(encoding="utf-8")
                if by_hand.exists()
                else strip(path.read_text(encoding="utf-8"), *_names(path, lent))
            )
        except LyingStubError as error:
            refused.append(str(error))
    if refused:
        raise LyingStubError("\n".join(refused))
    return written


def _public(stubs: dict[Path, str]) -> dict[Path, str]:
    """The stubs of the public modules, of their packages, and of all that these import."""
    modules = {_module(path): path for path in stubs}
    headers = [name for name in modules if name.rpartition(".")[0] == "antiphon.headers"]
    open_ = [*PUBLIC, *headers]
    reached: set[str] = set()
    while open_:
        module = open_.pop()
        if module in reached:
            continue
        reached.add(module)
        imported = {name for name in _imported(stubs[modules[module]]) if name in modules}
        open_ += [*imported, *filter(None, [module.rpartition(".")[0]])]
    return {path: text for path, text in stubs.items() if _module(path) in reached}


def _module(stub: Path) -> str:
    return ".".join(stub.relative_to(STUBS.parent).with_suffix("").parts).removesuffix(".__init__")


def _imported(stub: str) -> Iterator[str]:
    """Every name that a stub imports from; modules are among them."""
    for node in ast.walk(ast.parse(stub)):
        match node:
            case ast.Import(names=aliases):
                yield from (alias.name for alias in aliases)
            case ast.ImportFrom(module=str() as module, names=aliases):
                yield module
                yield from (f"{module}.{alias.name}" for alias in aliases)
            case _:
                pass


def _names(path: Path, lent: dict[str, set[str]]) -> tuple[str, set[str]]:
    """A module's path, for messages, and the private names that other modules import from it."""
    parts = path.relative_to(SOURCE.parent).with_suffix("").parts
    return str(path.relative_to(ROOT)), lent[".".join(parts).removesuffix(".__init__")]


def _lent() -> dict[str, set[str]]:
    """The private names that modules import from each other."""
    lent: dict[str, set[str]] = defaultdict(set)
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module:
                lent[node.module].update(alias.name for alias in node.names if alias.name.startswith("_"))
    return lent


def _formatted(stubs: dict[Path, str]) -> dict[Path, str | None]:
    """The stubs as ruff sorts their imports and formats them."""
    ruff = str(Path(sys.executable).with_name("ruff"))
    with tempfile.TemporaryDirectory() as name:
        room = Path(name)
        for path, text in stubs.items():
            copy = room / path.relative_to(STUBS)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_text(text, encoding="utf-8")
        options = ["--quiet", "--no-cache", "--isolated", "--line-length=120", "--target-version=py311"]
        first_party = ["--config", 'lint.isort.known-first-party = ["antiphon"]']
        for command in (["check", "--fix", "--select=I", *first_party], ["format"]):
            subprocess.run([ruff, *command, *options, str(room)], check=True)
        return {
            path: with_docstrings(_with_ignored(path, (room / path.relative_to(STUBS)).read_text(encoding="utf-8")))
            for path in stubs
        }


def _with_ignored(path: Path, stub: str) -> str:
    """The stub with the `type: ignore` comments of parameters and attributes, which no syntax tree keeps."""
    source = SOURCE / path.relative_to(STUBS).with_suffix(".py")
    found = _DECLARED.findall(source.read_text(encoding="utf-8")) if source.exists() else []
    lines = _after_the_first(stub.splitlines())
    for declared, comma, comment in found:
        text = re.escape(declared)
        if comma:  # on a line of its own, or between the parentheses of a function that fits a line
            place = re.compile(rf"\s+{text},?|\s*(async )?def \w+\((.*, )?{text}(, .*)?\).*:.*")
        else:  # an attribute, with its value or without
            place = re.compile(rf"\s+({text}|{re.escape(declared.partition(' = ')[0])})")
        lines = [f"{line}  {comment}" if place.fullmatch(line) else line for line in lines]
    return "\n".join([*lines, ""])


def _after_the_first(lines: list[str]) -> list[str]:
    """The lines with the comment of a function that is wrapped after its first line, where mypy reads it."""
    begun: dict[int, int] = {}
    for number, line in enumerate(lines):
        indent = len(line) - len(line.lstrip())
        if _BEGINS.fullmatch(line):
            begun[indent] = number
        elif (ends := _ENDS.fullmatch(line)) and indent in begun:
            lines[begun.pop(indent)] += ends[2]
            lines[number] = ends[1]
    return lines


#: The first line of a function that is wrapped, and the last line of its parameters with a comment.
_BEGINS = re.compile(r"\s*(?:async )?def \w+\(")
_ENDS = re.compile(r"(\s*\).*:(?: \.\.\.)?)(  # type: ignore\[.*)")

_DECLARED = re.compile(r"^\s+(\w+: [^#\n]*?)(,?)  (# type: ignore\[[^\n]*)$", re.MULTILINE)

"""Files that changed, and the documents that have to be judged anew for them."""

from __future__ import annotations

import io
import re
import tokenize
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Final

from antiphon.cli.collecting.project_file import OWN, SHARED
from antiphon.cli.language_server.document import Document

_CONFIGURATION = (OWN, SHARED)
_IMPORT = re.compile(
    r"^[ \t]*(?:from[ \t]+[\w.]+[ \t]+import[ \t]*(?:\([^)]*\)|[^\n]*)|import[ \t][^\n]*)", re.MULTILINE
)
_WORD = re.compile(r"\w+")


class News:
    """Remembers how each file was when it was last judged: an editor tells of its own saves twice."""

    #: The names of the files that are watched.
    WATCHED: Final = ("*.py", *_CONFIGURATION)

    def __init__(self) -> None:
        self._seen: dict[Path, tuple[int, int] | None] = {}

    def of(self, files: Iterable[Path], documents: Collection[Document]) -> list[Document]:
        """The documents whose file has changed, that import one which has, or whose configuration has."""
        changed = {file.resolve() for file in files if self._is_new(file)}
        folders = [file.parent for file in changed if file.name in _CONFIGURATION]
        return [one for one in documents if _is_below(one, folders) or _is_of(one, changed)]

    def by_saving(self, file: Path, documents: Collection[Document]) -> list[Document]:
        """The other documents that import a file which was saved."""
        self._is_new(file)
        return [one for one in documents if one.file != file and _is_of(one, {file.resolve()})]

    def _is_new(self, file: Path) -> bool:
        try:
            status = file.stat()
        except (OSError, ValueError):
            now = None
        else:
            now = (status.st_mtime_ns, status.st_size)
        if file in self._seen and self._seen[file] == now:
            return False
        self._seen[file] = now
        return True


def _is_below(document: Document, folders: Iterable[Path]) -> bool:
    return document.file is not None and any(document.file.resolve().is_relative_to(folder) for folder in folders)


def _is_of(document: Document, changed: Collection[Path]) -> bool:
    if document.file is None:
        return False
    imported = {word for line in _IMPORT.findall(document.text) for word in _WORD.findall(line)}
    names = {file.parent.name if file.stem == "__init__" else file.stem for file in changed if file.suffix == ".py"}
    return document.file.resolve() in changed or not names.isdisjoint(imported)


def text_of(file: Path) -> str:
    """The text of a source as it is saved, in the encoding that it names; empty where it cannot be read."""
    try:
        octets = file.read_bytes()
    except OSError:
        return ""
    try:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(octets).readline)
        return octets.decode(encoding, "replace")
    except (SyntaxError, LookupError, UnicodeError):
        return octets.decode("utf-8", "replace")

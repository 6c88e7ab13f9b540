"""Paths of `file:` URIs, and the folder that a file is judged in."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import unquote, urlsplit

from antiphon.cli.collecting.project_file import OWN, SHARED

#: The path of a URI on Windows; some editors escape the colon.
_DRIVE = re.compile(r"/[A-Za-z]:")


def path_of(uri: str) -> Path | None:
    """The path of a `file:` URI; None for any other, such as that of a buffer without a file."""
    try:
        parts = urlsplit(uri)
    except ValueError:  # an authority that none can have
        return None
    path = unquote(parts.path, errors="surrogateescape")
    if parts.scheme != "file" or not path or "\0" in path:
        return None
    if os.name == "nt":
        path = path[1:] if _DRIVE.match(path) else f"//{parts.netloc}{path}" if parts.netloc else path
    return Path(path)


def home_of(file: Path, folders: Iterable[Path]) -> Path:
    """The folder that a file is imported and judged in: the innermost of the editor's folders that holds it.

    Outside them it is the nearest folder above with a project's file, or else the file's own.
    """
    around = [folder for folder in folders if file.is_relative_to(folder) and folder.is_dir()]
    if around:
        return max(around, key=lambda folder: len(folder.parts))
    for parent in file.parents:
        if any((parent / name).is_file() for name in (OWN, SHARED)):
            return parent
    return file.parent


def is_python(uri: str, language: str) -> bool:
    """Whether a document is judged: Python source in a file, or in a buffer that was never saved.

    Other schemes are views, such as the earlier side of a comparison.
    """
    file = path_of(uri)
    if file is None:
        return language == "python" and uri.startswith("untitled:")
    return language == "python" or file.suffix == ".py"

"""The description that an earlier run left behind, to compare with."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from pathlib import Path

from pydantic import ValidationError

from antiphon.cli.preview_pages.project import ProjectShown
from antiphon.cli.terminal.cannot_run import CannotRun
from antiphon.cli.terminal.whole_file import write_whole

#: The folder of what can be made again, beside pyproject.toml. It tells git and backups to leave it alone.
CACHE: str = ".antiphon_cache"
_CACHE_FILES = {
    ".gitignore": "# Made by antiphon.\n*\n",
    "CACHEDIR.TAG": "Signature: 8a477f597d28d172789f06886806bc55\n# Made by antiphon; see https://bford.info/cachedir/\n",
}


def place(folder: Path, title: str) -> Path:
    """The file that keeps the description of these targets."""
    words = re.sub(r"[^A-Za-z0-9._-]+", "-", title)[:40].strip("-.")
    digest = hashlib.sha256(title.encode(errors="surrogateescape")).hexdigest()[:8]
    return folder / CACHE / "preview" / f"{words or 'project'}-{digest}.json"


def remembered(file: Path) -> tuple[ProjectShown, str] | None:
    """The description of the last run, and which run that was; None where there is none that this version can read."""
    try:
        project = ProjectShown.model_validate_json(file.read_bytes())
        made = dt.datetime.fromtimestamp(file.stat().st_mtime, dt.UTC)
    except (OSError, ValidationError):  # none yet, or one that another version wrote
        return None
    return project, f"the last run, {made:%Y-%m-%d %H:%M} UTC"


def given(file: Path) -> tuple[ProjectShown, str]:
    """The description that --against names. Raises CannotRun where it is none."""
    where = f"--against {file}"
    try:
        return ProjectShown.model_validate_json(file.read_bytes()), str(file)
    except OSError as error:
        advice = "name what an earlier run wrote: project.json of --out, or the output of --format json"
        raise CannotRun(f"{file} cannot be read: {error.strerror}", where=where, help=advice) from None
    except ValidationError as error:
        advice = "write it again with this version: `antiphon preview TARGET --format json`"
        first = error.errors(include_url=False, include_context=False)[0]
        path = ".".join(map(str, first["loc"]))
        what = f"{file} is not a description of a project: {path + ': ' if path else ''}{first['msg']}"
        raise CannotRun(what, where=where, help=advice) from None


def remember(file: Path, project: ProjectShown) -> None:
    """Keep a description for the next run, whole or not at all. A folder that cannot be written to is left alone."""
    try:
        for name, text in _CACHE_FILES.items():
            mark = file.parent.parent / name
            if not mark.exists():
                write_whole(mark, text.encode())
        write_whole(file, project.model_dump_json().encode())
    except OSError:
        return

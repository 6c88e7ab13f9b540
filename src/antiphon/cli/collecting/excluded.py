"""Files and folders that a folder's check skips: those that are not the project's own, and those it excludes."""

from __future__ import annotations

import dataclasses
from fnmatch import fnmatchcase
from pathlib import Path

#: Scripts of build tools, which do something when they are imported.
_SCRIPTS = frozenset({"__main__.py", "setup.py", "noxfile.py"})
#: Folders of what was installed or built. One with an `__init__.py` is a package that is only called so.
_BUILT = frozenset({"build", "dist", "node_modules", "site-packages", "__pycache__", "__pypackages__"})


@dataclasses.dataclass(frozen=True)
class Excluded:
    """The patterns of a project, and the folder that they are relative to.

    A pattern without a slash names files and folders wherever they are; one with a slash is a path from the project's
    folder. `*`, `?` and `[...]` are wildcards. A folder that is excluded is excluded with all below it.
    """

    patterns: tuple[str, ...] = ()
    folder: Path | None = None

    def __call__(self, path: Path) -> bool:
        """Whether a folder's check leaves this file or folder alone."""
        return _is_no_part(path) or self.by_project(path)

    def by_project(self, path: Path) -> bool:
        """Whether the project excludes this file or folder."""
        if not self.patterns:
            return False
        full, root = path.resolve(), (self.folder or Path.cwd()).resolve()
        parts = full.relative_to(root).parts if full.is_relative_to(root) else full.parts[1:]
        paths = ["/".join(parts[:length]) for length in range(1, len(parts) + 1)]
        for pattern in self.patterns:
            wanted = pattern.removeprefix("./").rstrip("/")
            if any(fnmatchcase(one, wanted) for one in (paths if "/" in wanted else parts)):
                return True
        return False


def _is_no_part(path: Path) -> bool:
    if not path.is_dir():
        return path.name in _SCRIPTS
    if path.name.startswith(".") or path.name.endswith(".egg-info"):
        return True
    if (path / "pyvenv.cfg").exists() or (path / "conda-meta").is_dir():
        return True
    return path.name in _BUILT and not (path / "__init__.py").exists()

"""Which files are the user's own."""

from __future__ import annotations

import functools
import os
import site
import sysconfig
from collections.abc import Container

import antiphon


@functools.cache
def _foreign() -> tuple[str, ...]:
    """The folders of the standard library, of installed packages and of antiphon itself."""
    paths = [sysconfig.get_path(name) for name in ("stdlib", "platstdlib", "purelib", "platlib")]
    paths += [*site.getsitepackages(), site.getusersitepackages(), *antiphon.__path__]
    return tuple({f"{os.path.realpath(path)}{os.sep}" for path in paths})


def is_own(file: str, targets: Container[str] = ()) -> bool:
    """Whether a file holds the user's own code: it is neither installed nor generated, or it is one of the targets.

    Targets are given without symbolic links.
    """
    if file.startswith("<"):
        return False
    real = os.path.realpath(file)
    return real in targets or not real.startswith(_foreign())

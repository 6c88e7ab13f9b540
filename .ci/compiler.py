"""What is missing for compiling an extension for the Python that runs this: printed, with exit code 1, or nothing."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
import sysconfig
from pathlib import Path


def missing() -> str:
    """The first thing that is missing, and how to get it; empty where nothing is known to be."""
    header = Path(sysconfig.get_path("include"), "Python.h")
    if not header.is_file():
        return f"{header} is missing: on Debian and Ubuntu, apt-get install python3-dev"
    if os.name != "posix":  # setuptools finds Microsoft's compiler by itself
        return ""
    compiler = shlex.split(os.environ.get("CC") or sysconfig.get_config_var("CC") or "cc")[0]
    if shutil.which(compiler) is None:
        return f"{compiler} is missing: on Debian and Ubuntu, apt-get install gcc; on macOS, xcode-select --install"
    return ""


if __name__ == "__main__":
    if reason := missing():
        print(reason)
        sys.exit(1)

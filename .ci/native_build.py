"""The wheel's build hook: with ANTIPHON_NATIVE_BUILD=1 in the environment, it compiles src/native into the wheel.

Without it the wheel is pure Python and needs no compiler. docs/how-to/native.md is what users read.
"""

from __future__ import annotations

import os
import platform
import runpy
import sysconfig
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from hatchling.builders.wheel import WheelBuilderConfig

SOURCES = "src/native"


class NativeBuild(BuildHookInterface[WheelBuilderConfig]):
    """Adds `antiphon/_native`, for the Python that builds it, to a wheel; for an editable one to src/antiphon."""

    def dependencies(self) -> list[str]:
        """What the build needs beside hatchling: nothing, unless something is compiled."""
        return ["setuptools>=77"] if self._asked else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, where that is asked for; exits with what, where and help where it cannot be done."""
        if not self._asked:
            return
        if version == "editable":
            self._compile(Path(self.root, "src"))
            return
        self._room = tempfile.TemporaryDirectory(prefix="antiphon-native-")
        extension = self._compile(Path(self._room.name))
        build_data["force_include"][str(extension)] = f"antiphon/{extension.name}"
        build_data["pure_python"] = False
        build_data["infer_tag"] = True

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """The wheel has its copy."""
        if self._asked and version != "editable":
            self._room.cleanup()

    @property
    def _asked(self) -> bool:
        asked = os.environ.get("ANTIPHON_NATIVE_BUILD", "")
        if asked not in ("", "0", "1"):
            self.app.abort(f"error: ANTIPHON_NATIVE_BUILD is 1 or 0, not {asked!r}")
        return asked == "1"

    def _compile(self, into: Path) -> Path:
        """The compiled extension, in the folder `antiphon` of that one."""
        from setuptools import Distribution, Extension, errors
        from setuptools.command.build_ext import build_ext

        # Names that are hidden outside need no look-up between the files here. Many a Python adds -g, which makes the
        # extension four times as large, and different in each folder that it is built in.
        flags = ["-O3", "-g0", "-fvisibility=hidden"] if os.name == "posix" else []
        # The files are small, and call each other: a hundredth to four of all instructions. Other compilers than gcc
        # may need a linker that is not there.
        across = ["-flto"] if "gcc" in (os.environ.get("CC") or sysconfig.get_config_var("CC") or "") else []
        extension = Extension(
            "antiphon._native",
            sources=sorted(map(str, Path(self.root, SOURCES).glob("*.c"))),
            depends=sorted(map(str, Path(self.root, SOURCES).glob("*.h"))),
            extra_compile_args=[*flags, *across],
            extra_link_args=[*flags, *across],
        )
        with tempfile.TemporaryDirectory(prefix="antiphon-objects-") as objects:
            command = build_ext(Distribution({"name": "antiphon", "ext_modules": [extension]}))
            command.build_lib, command.build_temp, command.force = str(into), objects, True
            command.ensure_finalized()
            try:
                command.run()
            except (errors.BaseError, errors.CCompilerError, OSError) as error:
                self._refuse(error)
            return Path(command.get_ext_fullpath(extension.name))

    def _refuse(self, error: Exception) -> None:
        missing = runpy.run_path(str(Path(__file__).with_name("compiler.py")))["missing"]()
        self.app.abort(
            f"error: antiphon's compiled extension cannot be built: {error}\n"
            f"  where: {SOURCES}, for {platform.python_implementation()} {platform.python_version()}\n"
            f"  help: {missing or 'the compiler says above what it does not take'}\n"
            "  help: without ANTIPHON_NATIVE_BUILD=1 the wheel is pure Python, and needs no compiler"
        )

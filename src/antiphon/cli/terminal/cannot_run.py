"""A command that cannot do what it was asked."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path

from antiphon.errors import PluginError

_OF_A_FILE = "see that it is there, that you may read and write it, and that the disk has room"


class CannotRun(Exception):  # noqa: N818 - it names what happened; the exit code 2 says that it is an error
    """A target or input does not exist or cannot be read: exit code 2."""

    def __init__(self, what: str, *, where: str, help: str, lines: Iterable[str] = ()) -> None:
        self.what = what
        self.lines: tuple[str, ...] = tuple(lines)
        self.where = where
        self.help = help
        super().__init__(what)

    @classmethod
    def by_plugin(cls, error: PluginError) -> CannotRun:
        """The same error of an installed plug-in, in the form of the command line."""
        what = f"the plug-in {error.distribution} is broken: {error.what}"
        return cls(what, where=f"entry point {error.entry}", help=error.help)

    @classmethod
    def by_system(cls, error: OSError) -> CannotRun:
        """The same of a file that the operating system refuses to read or to write."""
        name = error.filename2 or error.filename
        where = "the operating system"
        if isinstance(name, str | os.PathLike):
            path = Path(name)
            where = str(path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path)
        return cls(error.strerror or str(error), where=where, help=_OF_A_FILE)

    def show(self) -> None:
        """Say on stderr what, where, help, and where it is explained."""
        from antiphon.cli.terminal.colour import colour_wanted

        sys.stderr.write(self.text(colour=colour_wanted(sys.stderr)))

    def text(self, *, colour: bool) -> str:
        """The error as text: what is wrong, where, and help, each on its own lines."""
        from antiphon.diagnostics.diagnostic import printable
        from antiphon.diagnostics.pages import command_line_url

        head = "\033[1;31merror\033[0m" if colour else "error"
        told = "".join(f"{printable(line)}\n" for line in (self.what, *self.lines))
        return f"{head}: {told} --> {printable(self.where)}\n  = help: {self.help}\n  = cite: {command_line_url()}\n"


class Interrupted(CannotRun):
    """The user has ended the command, which tells what it has found until then: exit code 130."""

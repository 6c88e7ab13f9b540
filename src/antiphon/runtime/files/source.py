"""One file of one response: found, opened, described and read. Every method but `read_now` may wait for a disk."""

# ruff: noqa: PTH100, PTH118, PTH119 - descriptors and plain paths: a Path costs more than the call

from __future__ import annotations

import errno
import io
import os
import stat
from collections.abc import Callable
from typing import IO, Any, NamedTuple, TypeAlias, TypeVar

T = TypeVar("T")

#: The content of a file response: where the file is, or the file, opened for reading octets.
FileContent: TypeAlias = str | os.PathLike[str] | IO[bytes]

#: A FIFO does not hold up who opens it, and Windows changes no line ends.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
#: Reads what is in memory already and waits for no disk; Linux has it.
_NOWAIT: int | None = getattr(os, "RWF_NOWAIT", None) if hasattr(os, "preadv") else None
#: Nothing of that name, or no regular file: a folder, a part of the path that is none, a name that is too long, links
#: that lead in a circle, a socket, a character that the file system does not allow.
_NOT_THERE = frozenset(
    (errno.ENOENT, errno.ENOTDIR, errno.EISDIR, errno.ENAMETOOLONG, errno.ELOOP, errno.ENXIO, errno.EINVAL)
)
_DESCRIBED = (io.BufferedReader, io.BufferedRandom, io.FileIO)


class Facts(NamedTuple):
    """The size of a file in octets, and the moment of its last change in nanoseconds, where there is one."""

    size: int
    changed: int | None


class Source:
    """A file, by its path or opened already. `root` is the folder below which a path must lead.

    `close` closes an opened one as well: it is given away with the response.
    """

    __slots__ = ("_content", "_is_own", "_reads_now", "_root", "descriptor", "path")

    def __init__(self, content: FileContent, root: str | None = None) -> None:
        self._content: Any = content
        self._root = root
        self.path: str | None = None
        """The absolute path, once it is found, with links resolved where there is a root; None of an opened file."""
        self.descriptor: int | None = None
        """The descriptor, once the file is open; None of one that has none."""
        self._is_own = False
        self._reads_now = _NOWAIT is not None

    @property
    def name(self) -> str:
        """The name by which the media type is guessed; empty where there is none."""
        name = self._content if isinstance(self._content, str | os.PathLike) else getattr(self._content, "name", "")
        return os.path.basename(name) if isinstance(name, str | os.PathLike) else ""

    @property
    def is_in_memory(self) -> bool:
        """Whether the whole of it is in memory, so that no method waits."""
        return isinstance(self._content, io.BytesIO)

    def _find(self) -> str | None:
        if self.path is None and isinstance(self._content, str | os.PathLike):
            self.path = os.path.abspath(self._content) if self._root is None else _below(self._root, self._content)
        return self.path

    def describe(self) -> Facts:
        """The facts of the file, which is not opened for it. Raises OSError as `open` does."""
        path = self._find()
        return self.open() if path is None else _facts(_at(path, os.stat), path)

    def open(self) -> Facts:
        """Open the file; the facts are those of what is opened, whatever its path leads to later.

        Raises OSError where there is no such file, where it may not be read, and where it is not a regular file:
        FileNotFoundError too for a path that leads out of the root, and for text that no path may be.
        """
        path = self._find()
        if path is not None:
            self.descriptor = _at(path, os.open, _FLAGS)
            self._is_own = True
            return _facts(os.fstat(self.descriptor), path)
        opened = getattr(self._content, "file", self._content)  # of a named temporary file
        if isinstance(opened, _DESCRIBED):
            if opened.writable():
                opened.flush()
            facts = os.fstat(opened.fileno())
            if stat.S_ISREG(facts.st_mode):
                self.descriptor = opened.fileno()
                return Facts(facts.st_size, facts.st_mtime_ns)
        return Facts(self._content.seek(0, os.SEEK_END), None)

    def read(self, start: int, count: int) -> bytes:
        """At most that many octets from there; none at all where the file ends before."""
        if self.descriptor is not None and hasattr(os, "pread"):
            return os.pread(self.descriptor, count, start)
        if self.descriptor is not None and self._is_own:
            os.lseek(self.descriptor, start, os.SEEK_SET)
            return os.read(self.descriptor, count)
        self._content.seek(start)
        octets = self._content.read(count)
        if not isinstance(octets, bytes):
            raise TypeError(f"{self.name or 'the file'} gives {type(octets).__qualname__} where bytes are needed")
        return octets[:count]

    def read_now(self, start: int, count: int) -> bytes | None:
        """The same where the octets are in memory already; None where a disk may have to be waited for."""
        if self.is_in_memory:
            return self.read(start, count)
        if not self._reads_now or self.descriptor is None or _NOWAIT is None:
            return None
        # `pread` has no flags, and `preadv` makes no bytes. BytesIO gives its buffer away without a copy.
        buffer = io.BytesIO(bytes(count))
        try:
            with buffer.getbuffer() as view:
                size = os.preadv(self.descriptor, [view], start, _NOWAIT)
        except BlockingIOError:
            return None
        except OSError:  # a file system that has no such reads
            self._reads_now = False
            return None
        if size < count:
            buffer.truncate(size)
        return buffer.getvalue() if size else None  # at the end, too: `read` says so

    def close(self) -> None:
        """Close the file, whether or not it was opened here."""
        if self._is_own and self.descriptor is not None:
            os.close(self.descriptor)
        elif not isinstance(self._content, str | os.PathLike):
            self._content.close()
        self.descriptor, self._is_own = None, False


def is_not_there(error: OSError) -> bool:
    """Whether an error of opening says that there is no regular file of that name, and not that it cannot be read."""
    return error.errno in _NOT_THERE


def _at(path: str, ask: Callable[..., T], *arguments: Any) -> T:
    try:
        return ask(path, *arguments)
    except ValueError:  # a NUL, or what the file system's encoding does not have
        raise _nowhere(path, "cannot be the name of a file") from None


def _nowhere(name: str | os.PathLike[str], why: str) -> FileNotFoundError:
    return FileNotFoundError(errno.ENOENT, why, os.fspath(name))


def _facts(found: os.stat_result, path: str) -> Facts:
    if not stat.S_ISREG(found.st_mode):
        kind = errno.EISDIR if stat.S_ISDIR(found.st_mode) else errno.EINVAL
        raise OSError(kind, "is not a file", path)
    return Facts(found.st_size, found.st_mtime_ns)


def _below(root: str, name: str | os.PathLike[str]) -> str:
    """The path of that name below the root, links resolved. Raises FileNotFoundError where it leads elsewhere."""
    folder = os.path.realpath(root)
    try:
        path = os.path.realpath(os.path.join(folder, name))
        if os.path.commonpath([folder, path]) == folder and os.path.basename(name):  # a file's name has no slash behind
            return path
    except ValueError:  # a NUL, or another drive
        pass
    raise _nowhere(name, "leads to no file in the folder that files are sent from")

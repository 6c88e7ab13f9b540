"""The content of a file response, as a plan has it."""

from __future__ import annotations

import functools
import io
import os
from inspect import iscoroutinefunction
from typing import Any

from antiphon.errors import ParamError
from antiphon.runtime.content.not_content import is_response, response_given
from antiphon.runtime.files.source import FileContent
from antiphon.runtime.files.transmit import Missing, Policy, transmit_file
from antiphon.runtime.plan import Content


def file_content(
    *, root: str | None = None, missing: Missing = "error", ranges: bool = True, names_type: bool = True
) -> Content:
    """How a file is sent, by its path or opened already: see `antiphon.spec.bodies.file`."""
    policy = Policy(root, missing, ranges, names_type)
    accept = functools.partial(_accepted, only_paths=root is not None)
    sending = functools.partial(transmit_file, policy=policy)
    return Content(FileContent, str, accept, None, transmit=sending)


def _accepted(content: Any, *, only_paths: bool) -> Any:
    """The content, if it is a path or a file that is open for reading octets; nothing is opened or read."""
    if isinstance(content, str | os.PathLike):
        if isinstance(os.fspath(content), str):
            return content
        raise _refused("is a path in octets", "give it as text: os.fsdecode(path)")
    if is_response(content):
        raise response_given(content)
    if isinstance(content, bytes | bytearray | memoryview):
        raise _refused(f"is {type(content).__qualname__}", "declare `.bytes(...)` for octets that are in memory")
    if isinstance(content, io.TextIOBase):
        raise _refused("is a file that is open as text", 'open it with mode "rb"')
    reads = getattr(content, "read", None)
    if reads is None or not hasattr(content, "seek"):
        raise _refused(f"is {type(content).__qualname__}", "give a path, or a file that is open for reading octets")
    if iscoroutinefunction(reads):
        raise _refused(f"is {type(content).__qualname__}, which is read with await", "give its `.file`, or its path")
    if only_paths:
        raise _refused("is an open file", "give the path below the root that is declared")
    if getattr(content, "closed", False):
        raise _refused("is a closed file", "give it open: the response closes it")
    return content


def _refused(what: str, advice: str) -> ParamError:
    return ParamError("content", f"{what} where a file is declared", help=advice, cite="the response's own declaration")

"""A file made up for a response that sends one, always the same."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Generator
from pathlib import Path

from antiphon.spec import ResponseSpec
from antiphon.spec.bodies import FileBody

#: The lines that a file adds, where they are not declared.
OF_THE_FILE = frozenset({"content-length", "content-type", "etag", "last-modified"})
_CHANGED = 1_577_934_245  # 2020-01-02T03:04:05Z


@contextlib.contextmanager
def sample_file(octets: bytes = b"sample") -> Generator[str]:
    """The path of a file with that content, which is gone afterwards. Its name says no media type."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sample"
        path.write_bytes(octets)
        os.utime(path, (_CHANGED, _CHANGED))
        yield str(path)


def without_root(spec: ResponseSpec) -> ResponseSpec:
    """The same response, which sends files from any folder."""
    body = spec.body
    return (
        spec.model_copy(update={"body": body.model_copy(update={"root": None})}) if isinstance(body, FileBody) else spec
    )

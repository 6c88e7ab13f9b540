# Written by `nox -s generate` from src; do not edit.
"""Content-Disposition taken apart (RFC 6266 section 4.1)."""

from collections.abc import Iterator

from antiphon.http.parsing.pieces import Parameter

def disposition(value: str) -> tuple[str, list[Parameter]]:
    """The disposition type, and the parameters that are there, as they were written."""

def filenames(value: str) -> Iterator[str]:
    """The file names that a value gives, without quotes and escapes: that of filename, and that of filename*."""

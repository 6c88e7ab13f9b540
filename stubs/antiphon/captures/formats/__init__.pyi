# Written by `nox -s generate` from src; do not edit.
"""How tools write responses down: a module here is a format, and its `read` gives what an input holds.

`looks_like` says whether an input is meant to be in the format; they are asked in the order of `NAMES`.
"""

from antiphon.captures.exchange import Transcript

NAMES: tuple[str, ...]

def read(octets: bytes, *, file: str, form: str | None = None) -> Transcript:
    """What an input holds, in one format or in the one that it looks like. Raises WireError for what cannot be read.

    `file` is what positions name.
    """

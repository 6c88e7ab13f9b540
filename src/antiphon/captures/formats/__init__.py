"""How tools write responses down: a module here is a format, and its `read` gives what an input holds.

`looks_like` says whether an input is meant to be in the format; they are asked in the order of `NAMES`.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import Any

from antiphon.captures.error import WireError
from antiphon.captures.exchange import Transcript

#: The last one takes what no other knows.
NAMES = ("har", "curl", "http")


def read(octets: bytes, *, file: str, form: str | None = None) -> Transcript:
    """Read an input, in the given format or in the one that it looks like. Raises WireError if it cannot be read.

    `file` is what positions name.
    """
    octets = octets.removeprefix(b"\xef\xbb\xbf")
    if not octets.strip():
        raise WireError("the input is empty", help="give what `curl -i` prints, an .http file or a HAR file")
    chosen = form or next(name for name in NAMES if _module(name).looks_like(octets) or name == NAMES[-1])
    if chosen not in NAMES:
        raise WireError(f"there is no format {chosen!r}", help=f"the formats are {', '.join(NAMES)}")
    reader: Callable[..., Transcript] = _module(chosen).read
    return reader(octets, file=file)


def _module(name: str) -> Any:
    return importlib.import_module(f"{__name__}.{name}")

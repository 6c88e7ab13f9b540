"""How tools write responses down: a module here is a format, and its `read` gives what an input holds.

`looks_like` says whether an input is meant to be in the format; they are asked in the order of `NAMES`.
"""

from __future__ import annotations

import importlib
import io
from collections.abc import Callable, Iterator
from typing import Any

from antiphon.captures.error import WireError
from antiphon.captures.transcript import Transcript

#: The last one takes what no other knows.
NAMES = ("har", "curl", "http")
#: Those that are read piece by piece.
STREAMED = ("har", "curl")
_MARK = b"\xef\xbb\xbf"


def read(octets: bytes, *, file: str, form: str | None = None) -> Transcript:
    """Read an input, in the given format or in the one that it looks like. Raises WireError if it cannot be read.

    `file` is what positions name.
    """
    octets = octets.removeprefix(_MARK)
    if not octets.strip():
        raise WireError("the input is empty", help="give what `curl -i` prints, an .http file or a HAR file")
    chosen = form or next(name for name in NAMES if _module(name).looks_like(octets) or name == NAMES[-1])
    if chosen not in NAMES:
        raise WireError(f"there is no format {chosen!r}", help=f"the formats are {', '.join(NAMES)}")
    reader: Callable[..., Transcript] = _module(chosen).read
    return reader(octets, file=file)


#: Inputs of more octets are read piece by piece, where their format can be.
WHOLE: int = 16 << 20


def read_parts(read_octets: Callable[[int], bytes], *, file: str, form: str | None = None) -> Iterator[Transcript]:
    """The same of an input of any size, whose parts are given as they are read. `read_octets` gives so many octets.

    Of an input of more than 16 MiB that is a HAR file or the output of curl, what is in memory is the part that is
    being read. An .http file is read whole. Raises WireError as `read` does, wherever the input cannot be read.
    """
    beginning = read_octets(WHOLE + 1)
    start = beginning.removeprefix(_MARK)
    name = next((one for one in STREAMED if form in (one, None) and _module(one).can_be_read_on(start)), "")
    if len(beginning) <= WHOLE or not name:
        yield read(beginning + _rest(read_octets) if len(beginning) > WHOLE else beginning, file=file, form=form)
        return
    whole = io.BytesIO(start)
    reader: Callable[..., Iterator[Transcript]] = _module(name).read_on
    yield from reader(lambda count: whole.read(count) or read_octets(count), file=file)


def _rest(read_octets: Callable[[int], bytes]) -> bytes:
    return b"".join(iter(lambda: read_octets(WHOLE), b""))


def _module(name: str) -> Any:
    return importlib.import_module(f"{__name__}.{name}")

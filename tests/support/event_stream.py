"""How a browser reads an event stream: the algorithm of HTML sections 9.2.5 and 9.2.6, step by step.

`tests/suites/test_event_streams.py` compares it with what Chromium was seen to do.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field


@dataclass
class Read:
    """All that a client has made of a stream."""

    events: list[tuple[str, str, str]] = field(default_factory=list)
    """Each event as type, data and last event id."""
    last_event_id: str = ""
    retry: int | None = None
    comments: list[str] = field(default_factory=list)


def read(octets: bytes) -> Read:
    """Everything that a client reads from the whole of a stream."""
    found = Read()
    text = octets.decode("utf-8", errors="replace").removeprefix("\ufeff")
    data = name = ""
    buffered_id = ""
    *lines, _rest = re.split(r"\r\n|\r|\n", text)  # a line that does not end is never read
    for line in lines:
        if not line:
            found.last_event_id = buffered_id
            if data:
                found.events.append((name or "message", data.removesuffix("\n"), found.last_event_id))
            data = name = ""
            continue
        if line.startswith(":"):
            found.comments.append(line[1:])
            continue
        key, _, value = line.partition(":")
        value = value.removeprefix(" ")
        if key == "event":
            name = value
        elif key == "data":
            data += value + "\n"
        elif key == "id" and "\0" not in value:
            buffered_id = value
        elif key == "retry" and re.fullmatch("[0-9]+", value):
            found.retry = int(value)
    return found

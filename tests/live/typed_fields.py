"""Every typed field that has a step, by each of its own examples: the type of content is its body's."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from antiphon import respond
from antiphon.headers.registry import FIELDS, field_class
from tests.live.said import OCTETS, Said, length


def _examples() -> Iterator[tuple[str, Said]]:
    for name in FIELDS:
        if name == "content-type":
            continue
        field: Any = field_class(name)
        for index, example in enumerate(field.examples):
            value = field.decode(example)
            draft = respond(200).bytes(OCTETS[1], b"").headers(**{name.replace("-", "_"): value})
            line = (name, value.encode().decode("latin-1"))
            yield f"{name}-{index}", Said(draft.compile(), 200, (line, OCTETS, length(b"")))


TYPED_FIELDS = dict(_examples())

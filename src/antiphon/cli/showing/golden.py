"""The golden text of a response: everything that it sends, in a form that only a change of what is sent changes."""

from __future__ import annotations

import base64
import textwrap
from collections.abc import Iterator

from antiphon.cli.showing.sent import Wire, wire
from antiphon.cli.showing.view import gap_of
from antiphon.http.status import phrase
from antiphon.spec import ResponseSpec
from antiphon.spec.example import ExampleSpec

#: The first line of a golden file begins with it, and has the response's key behind it.
MARK = "# antiphon golden: "


def golden(key: str, spec: ResponseSpec) -> str:
    """The wire form with each example, or with made-up content, and once more without what a call may leave out.

    Where it cannot be sent, the text says why. Names of types are not part of it.
    """
    return "\n".join([f"{MARK}{key}\n", *_parts(spec)])


def _parts(spec: ResponseSpec) -> Iterator[str]:
    examples: list[tuple[str, tuple[ExampleSpec, ...]]]
    examples = [(f"example {one.name}", (one,)) for one in spec.examples] or [("", ())]
    for heading, chosen in examples:
        yield _part(heading, spec.model_copy(update={"examples": chosen}), least=False)
    left_out = [param.name for param in spec.params if param.optional or param.default is not None]
    if left_out:
        heading = ", ".join(one for one in (examples[0][0], f"without {', '.join(left_out)}") if one)
        yield _part(heading, spec.model_copy(update={"examples": examples[0][1]}), least=True)


def _part(heading: str, spec: ResponseSpec, *, least: bool) -> str:
    lines = [f"## {written(heading)}", ""] if heading else []
    try:
        lines += _lines(wire(spec, least=least))
    except Exception as error:  # noqa: BLE001 - an encoder of the user's may raise anything for what was made up
        lines += [written(f"(no wire form: {gap_of(error)})")]
    return "\n".join(lines) + "\n"


def _lines(sent: Wire) -> Iterator[str]:
    made_up = {line.param for line in sent.lines if line.param} | (
        {"content"} if sent.source[:6] == "sample" else set()
    )
    if made_up:
        yield f"# made up: {', '.join(sorted(made_up))}"
    yield f"HTTP/1.1 {sent.status} {phrase(sent.status)}".rstrip()
    for line in sent.lines:
        yield written(f"{line.name}: {line.value}".rstrip(" "))
    if sent.content:
        yield ""
        yield from _content(sent.content)


def _content(octets: bytes) -> Iterator[str]:
    """The content line by line; in base64 where it is not text in UTF-8."""
    try:
        text = octets.decode()
    except UnicodeDecodeError:
        text = ""
    if not text or _ESCAPE in text:
        yield f"({len(octets)} octets in base64)"
        yield from textwrap.wrap(base64.b64encode(octets).decode(), 76)
        return
    *lines, last = text.removesuffix("\n").split("\n")
    yield from map(written, lines)
    yield written(f"{last}\n" if text.endswith("\n") else last)


_ESCAPE = "\\u{"


def written(line: str) -> str:
    """One line that an editor leaves as it is: what does not print, and a blank at the end, is written as an escape."""
    end = len(line.rstrip(" "))
    return "".join(
        char if char.isprintable() and at < end else f"{_ESCAPE}{ord(char):X}}}" for at, char in enumerate(line)
    )

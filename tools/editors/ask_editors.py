"""Asks the language servers of pyright, ty and pyrefly for the answers that an editor shows about antiphon.

It prints the table of docs/decisions/0099-what-editors-show.md. The servers read the antiphon of this interpreter, so
run it in an environment with the wheel.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from language_server import SERVERS, Server

import antiphon

FILE = """\
from dataclasses import dataclass
from datetime import timedelta

from antiphon import Created, Location, Reply, host_cookie, respond


@dataclass
class User:
    name: str


class Made(Created[User], cache_control="no-store"):
    '''A user was made.'''

    session: str = host_cookie(max_age=timedelta(hours=1))


shown = respond(200).json(User).cache_control(no_store=True).compile()
made = Made(User("a"), location=Location("/a"), session="x")
"""
#: The names that are asked about, by the text around each: the cursor is on its first letter.
NAMES = {
    "respond": "respond(200)",
    ".json": "json(User)",
    ".cache_control": "cache_control(no",
    ".compile": "compile()",
    "Created": "Created[User]",
    "Made": "Made(User(",
}
#: Lines that are being written; the cursor is at their end.
CALLS = (
    "respond(",
    "respond(200).json(",
    "respond(200).cache_control(",
    "respond(201).json(User).compile()(",
    "Made(",
    "Reply(",
)
WRITTEN = ("respond(200).", "respond(200).cache_control(", "Made(", "class N(Reply[User], ", "from antiphon import ")


def position(text: str, offset: int) -> dict[str, int]:
    """An offset as line and character."""
    before = text[:offset]
    return {"line": before.count("\n"), "character": offset - before.rfind("\n") - 1}


def places(server: Server, where: dict[str, Any]) -> str:
    """The file and the lines that a definition is said to be in."""
    found = server.ask("textDocument/definition", **where) or []
    lines: dict[str, list[str]] = {}
    for one in found if isinstance(found, list) else [found]:
        uri = one.get("uri") or one["targetUri"]
        line = (one.get("range") or one["targetSelectionRange"])["start"]["line"] + 1
        lines.setdefault(uri.rpartition("/")[2], []).append(str(line))
    return ", ".join(
        f"{name} ({len(found)} {'place' if len(found) == 1 else 'places'})" for name, found in lines.items()
    )


def hover(server: Server, where: dict[str, Any]) -> str:
    """How a hover begins, and whether it has the docstring."""
    answer = server.ask("textDocument/hover", **where) or {"contents": {"value": ""}}
    text = answer["contents"]["value"].replace("```python", "").strip()
    return f"{code(text.partition(chr(10))[0])}{'' if '.' in text else ', no docstring'}"


def signature(server: Server, where: dict[str, Any]) -> str:
    """The signature that is shown first, and the number of them."""
    answer = server.ask("textDocument/signatureHelp", **where)
    if not answer or not answer["signatures"]:
        return "nothing"
    found = answer["signatures"]
    first = found[answer.get("activeSignature") or 0]
    said = first.get("documentation") or ""
    text = said["value"] if isinstance(said, dict) else said
    number = f"; {len(found)} signatures" if len(found) > 1 else ""
    statuses = ", statuses in its docstring" if "statuses are" in text else "" if text else ", no docstring"
    return f"{code(first['label'])}{statuses}{number}"


def offered(server: Server, where: dict[str, Any]) -> str:
    """The first names that are offered, as an editor sorts them, and how many are keywords."""
    answer = server.ask("textDocument/completion", **where) or []
    items = answer["items"] if isinstance(answer, dict) else answer
    names = [item["label"] for item in sorted(items, key=lambda item: item.get("sortText") or item["label"])]
    keywords = [name for name in names if name.endswith("=")]
    if keywords:
        return f"{len(keywords)} keywords: {code(', '.join(keywords[:4]))}"
    public = [name for name in names if name in antiphon.__all__]
    if len(public) > len(names) / 2:
        return f"{len(set(public))} public names and {len(set(names) - set(public))} others"
    return f"{len(names)}: {code(', '.join(names[:4]))}" if names else "nothing"


def code(text: str, longest: int = 90) -> str:
    """A text as code in a cell of a table."""
    text = " ".join(text.split())
    shown = text if len(text) <= longest else f"{text[:longest].rstrip()} ..."
    return f"`{shown}`".replace("|", "\\|")


def answers(server: Server) -> Iterator[str]:
    """The cells of one server, in the order of the rows."""
    uri = server.show("shop.py", FILE)
    for ask in (places, hover):
        for text in NAMES.values():
            yield ask(server, {"textDocument": {"uri": uri}, "position": position(FILE, FILE.index(text))})
    asked: list[tuple[Callable[..., str], str]] = [*((signature, c) for c in CALLS), *((offered, w) for w in WRITTEN)]
    for ask, line in asked:
        text = f"{FILE}{line}"
        uri = server.show("shop.py", text)
        yield ask(server, {"textDocument": {"uri": uri}, "position": position(text, len(text))})


def main() -> None:
    """Print the table."""
    columns = []
    for command in SERVERS.values():
        with tempfile.TemporaryDirectory() as room:
            server = Server(command, Path(room).resolve())
            columns.append(list(answers(server)))
            server.close()
    rows = [
        *(f"definition of `{name}`" for name in NAMES),
        *(f"hover of `{name}`" for name in NAMES),
        *(f"signature help of `{line}`" for line in CALLS),
        *(f"completion of `{line}`" for line in WRITTEN),
    ]
    print(f"| asked | {' | '.join(SERVERS)} |\n|{' --- |' * (len(SERVERS) + 1)}")
    for row, *cells in zip(rows, *columns, strict=True):
        print(f"| {row} | {' | '.join(cells)} |")


if __name__ == "__main__":
    main()

"""Fuzz one target with atheris: `python tests/fuzz/run.py TARGET SECONDS [FOLDER]`.

It begins at what the rules' and the fields' examples look like on a wire, and at the seeds that are kept. What crashes
or takes longer than five seconds is written into FOLDER, which is the current one without it.
"""

from __future__ import annotations

import importlib
import json
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
SEEDS = Path(__file__).parent / "seeds"


def beginnings(target: str) -> Iterator[bytes]:
    """Inputs that are well formed, more or less."""
    if target in ("fields", "reading"):
        yield from _field_values(numbered=target == "fields")
        return
    from antiphon.interpreters.rule_pages.sent import wire
    from antiphon.rules.registry import rules

    for rule in rules():
        for spec in (rule.bad, rule.good):
            yield _WRITERS[target](spec.status, wire(spec))


def _field_values(*, numbered: bool) -> Iterator[bytes]:
    from antiphon.headers.registry import FIELDS, field_class

    for number, name in enumerate(sorted(FIELDS)):
        field = field_class(name)
        for example in field.examples if field else ():
            yield (bytes([number]) if numbered else b"") + example.encode()


def _parts(text: str) -> tuple[list[str], str]:
    head, _, content = text.partition("\n\n")
    return head.split("\n")[1:], content


def _as_response(status: int, text: str) -> bytes:
    lines, content = _parts(text)
    return (1000 + status).to_bytes(3, "big") + "\n".join(["", *lines, "", content]).encode()


def _as_http(status: int, text: str) -> bytes:
    return f"###\nGET https://shop.example/ HTTP/1.1\n\n{text}\n".encode()


def _as_har(status: int, text: str) -> bytes:
    lines, content = _parts(text)
    headers = [dict(zip(("name", "value"), line.split(": ", 1), strict=False)) for line in lines]
    answer = {"status": status, "headers": headers, "content": {"size": len(content), "text": content}}
    entry = {"request": {"method": "GET", "url": "https://shop.example/"}, "response": answer}
    return json.dumps({"log": {"entries": [entry]}}).encode()


_WRITERS: dict[str, Callable[[int, str], bytes]] = {
    "response": _as_response,
    "curl": lambda _, text: text.encode(),
    "http": _as_http,
    "har": _as_har,
}


def main(arguments: list[str]) -> None:
    """Fuzz until the time is over or something is wrong."""
    atheris: Any = importlib.import_module("atheris")  # pip install atheris: it is there for few versions of Python
    sys.path.insert(0, str(ROOT))
    with atheris.instrument_imports(include=["antiphon"]):
        from antiphon.rules.registry import rules
        from tests.fuzz.targets import TARGETS

        rules()
    target, seconds, *folder = arguments
    with tempfile.TemporaryDirectory() as corpus:
        kept = sorted((SEEDS / target).glob("*"))
        for number, octets in enumerate([*beginnings(target), *(path.read_bytes() for path in kept)]):
            Path(corpus, f"{number}").write_bytes(octets)
        options = ["-timeout=5", "-max_len=4096", "-rss_limit_mb=4096", "-print_final_stats=1"]
        artifacts = f"-artifact_prefix={folder[0]}/{target}-" if folder else f"-artifact_prefix={target}-"
        atheris.Setup([sys.argv[0], f"-max_total_time={seconds}", artifacts, *options, corpus], TARGETS[target])
        atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1:])
